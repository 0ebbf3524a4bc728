import type { Phrases } from '../phrases.ts'

export const spanish: Phrases = {
  openers: {
    neutral: ['{}', 'En breve: {}', 'Para tener en cuenta: {}', 'Conviene saberlo: {}'],
    friendly: ['¡Hola! {}', 'Mira esto: {}', 'Queremos compartirlo contigo: {}', 'Para ti: {}'],
    professional: ['Para su información: {}', 'De un vistazo: {}', 'Tenga en cuenta: {}', 'A su atención: {}'],
    playful: ['Psst: {}', '¿Adivinas? {}', 'Redoble de tambores: {}', '¡Tachán! {}'],
    urgent: ['Atención: {}', 'No te lo pierdas: {}', 'Un momento: {}', 'Míralo: {}'],
  },
  closers: {
    neutral: ['', '¿Qué opinas?', 'Puedes compartirlo.'],
    friendly: ['', '¡Cuéntanos qué te parece!', 'Compártelo si te gusta.'],
    professional: ['', 'Agradecemos sus comentarios.', 'Le invitamos a compartirlo.'],
    playful: ['', '¿Y tú qué dices?', '¡Corre la voz!'],
    urgent: ['', 'Míralo hoy mismo.', 'Mejor ahora que después.'],
  },
  facts: {
    price: 'Precio: {}',
    oldPrice: 'Antes: {}',
    startsAt: 'Cuándo: {}',
    endsAt: 'Hasta: {}',
    place: 'Dónde: {}',
    code: 'Código: {}',
    author: 'Por {}',
  },
  locale: 'es-ES',
  request:
    /^(?:por favor,? )?(?:escribe|escríbeme|escriba|crea|créame|redacta|genera|haz)(?:me|nos)?(?: una?| el| la)?(?: [\p{L}-]+){0,3}? (?:publicación|publicaciones|post|posts|texto|textos|anuncio|tuit)(?: para [\p{L}-]+)?(?: sobre| acerca de|:) */iu,
}
