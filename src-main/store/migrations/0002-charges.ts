import type { Step } from './migration.ts'

const DAY = 86_400_000

const count = (row: 'new' | 'old', by: 1 | -1, which = 'true') =>
  `insert into charge_day (day, feature, account_id, standing, posts, credits)
    select ${row}.charge_at / ${DAY}, ${row}.charge_feature, ${row}.account_id, ${row}.charge_standing,
      ${by}, ${by} * ${row}.charge_credits
    where ${row}.charge_at is not null and ${which}
    on conflict do update set posts = posts + ${by}, credits = credits + ${by} * ${row}.charge_credits;`

const DIFFERS = ['feature', 'credits', 'standing'].map((name) => `old.charge_${name} is not new.charge_${name}`)

/**
 * A charge stands in its item's row, so both are always written together. Whole days are added up beforehand, since a
 * meter may count over a year, or over everything.
 */
export const charges: readonly Step[] = [
  `create index item_charge_of_feature on item (charge_feature, charge_at) where charge_at is not null`,
  `create index item_charge_of_account on item (account_id, charge_at) where charge_at is not null`,
  // What was consumed by items that are no more.
  `create table charge_kept (
    item_id text primary key,
    account_id text not null,
    feature text not null,
    credits integer not null,
    at integer not null
  ) strict`,
  `create index charge_kept_of_feature on charge_kept (feature, at)`,
  `create index charge_kept_of_account on charge_kept (account_id, at)`,
  `create table charge_day (
    day integer not null,
    feature text not null,
    account_id text not null,
    standing text not null,
    posts integer not null,
    credits integer not null,
    primary key (day, feature, account_id, standing)
  ) strict, without rowid`,
  `create trigger item_charged after insert on item
    begin
      delete from charge_kept where item_id = new.id;
      ${count('new', 1)}
    end`,
  `create trigger item_charge_moved after update of charge_feature, charge_credits, charge_at, charge_standing on item
    when old.charge_at / ${DAY} is not new.charge_at / ${DAY} or ${DIFFERS.join(' or ')}
    begin ${count('old', -1)} ${count('new', 1)} end`,
  `create trigger item_charge_gone after delete on item when old.charge_at is not null
    begin
      ${count('old', -1, `old.charge_standing <> 'consumed'`)}
      insert into charge_kept select old.id, old.account_id, old.charge_feature, old.charge_credits, old.charge_at
        where old.charge_standing = 'consumed';
    end`,
  `create trigger charge_kept_gone after delete on charge_kept
    begin
      update charge_day set posts = posts - 1, credits = credits - old.credits
        where day = old.at / ${DAY} and feature = old.feature and account_id = old.account_id
          and standing = 'consumed';
    end`,
]
