import type { Phrases } from '../phrases.ts'

export const french: Phrases = {
  openers: {
    neutral: ['{}', 'En bref : {}', 'À noter : {}', 'Bon à savoir : {}'],
    friendly: ['Bonjour ! {}', 'Regardez : {}', 'Nous voulions le partager avec vous : {}', 'Pour vous : {}'],
    professional: ['Pour information : {}', 'En un coup d’œil : {}', 'Veuillez noter : {}', 'À votre attention : {}'],
    playful: ['Psst : {}', 'Devinez quoi ! {}', 'Roulement de tambour : {}', 'Tadam ! {}'],
    urgent: ['Attention : {}', 'À ne pas manquer : {}', 'Un instant : {}', 'À lire : {}'],
  },
  closers: {
    neutral: ['', 'Qu’en pensez-vous ?', 'À partager librement.'],
    friendly: ['', 'Dites-nous ce que vous en pensez !', 'Partagez si cela vous plaît.'],
    professional: ['', 'Vos retours sont les bienvenus.', 'Merci de relayer cette information.'],
    playful: ['', 'Et vous, qu’en dites-vous ?', 'Passez le mot !'],
    urgent: ['', 'Jetez-y un œil aujourd’hui.', 'Mieux vaut tôt que tard.'],
  },
  facts: {
    price: 'Prix : {}',
    oldPrice: 'Avant : {}',
    startsAt: 'Quand : {}',
    endsAt: 'Jusqu’au : {}',
    place: 'Où : {}',
    code: 'Code : {}',
    author: 'Par {}',
  },
  locale: 'fr-FR',
  request:
    /^(?:s'il (?:te|vous) plaît,? )?(?:écris|écrivez|rédige|rédigez|crée|créez|génère|générez|fais|faites)(?:-moi|-nous)?(?: une?| le| la| des)?(?: [\p{L}-]+){0,3}? (?:publications?|posts?|textes?|annonces?|tweets?|légendes?)(?: pour [\p{L}-]+)?(?: sur| à propos de| au sujet de|:) */iu,
}
