/** The table of furniture: one row a class, in the languages of the news; a test runs every `example` and every `not`. */
import type { FurnitureRow } from './furniture.ts'

export const furnitureRows: readonly FurnitureRow[] = [
  {
    name: 'comment form',
    scope: 'line',
    pattern:
      /^(?:post (?:a )?comments?(?: \(\+\))?|leave a (?:comment|reply)|add (?:a |your )?comment|write a comment|submit (?:a )?comment|join the (?:conversation|discussion)|please enter your (?:comment|name|e-?mail)|your e-?mail address will not be published|save my name|required fields are marked|you (?:must|need to|have to) (?:be logged in|log in|sign in|register) to (?:post|comment|leave)|log ?in to (?:comment|leave|reply|join)|sign in to (?:comment|join)|be the first to (?:comment|reply)|no comments(?: yet)?|(?:view|show|hide|load|read|see)(?: all| more)?(?: \d{1,6})? comments|comments? (?:are|is) (?:closed|off|disabled)|comments?(?: policy)?$|cancel reply|report (?:this )?(?:comment|abuse))/i,
    example: 'Post a Comment for "The minister reassures the allies"',
    not: 'Comment was not available from the ministry on Friday.',
  },
  {
    name: 'comment form',
    scope: 'line',
    pattern:
      /^(?:kommentar(?:e)? (?:schreiben|verfassen|hinterlassen|abgeben|ansehen|anzeigen|lesen)|schreiben sie (?:einen|den ersten) kommentar|jetzt kommentieren|keine kommentare|antwort(?:en)? (?:hinterlassen|abbrechen)|deine e-?mail-adresse wird nicht|erforderliche felder sind|(?:laisser|ajouter|écrire|poster|publier) un commentaire|votre adresse (?:e-?mail|de messagerie) ne sera pas|aucun commentaire|(?:deja|dejar|escribe|escribir|añadir|agregar) (?:un |tu )?(?:comentario|una respuesta)|tu dirección de correo|no hay comentarios|(?:lascia|scrivi|aggiungi) un commento|il tuo indirizzo e-?mail|nessun commento|(?:deixe|escreva|adicione|enviar|postar)(?: um| o seu| seu)? (?:comentário|comentario|resposta)|nenhum comentário|o seu endereço de e-?mail|(?:plaats|schrijf|geef) een reactie|geen reacties|(?:dodaj|napisz|zostaw) komentarz|brak komentarzy|(?:добавить|оставить|написать) комментари|комментариев (?:нет|пока нет)|комментарии$|(?:додати|залишити|написати) коментар|коментарів (?:немає|ще немає)|yorum (?:yap|yaz|gönder)|bir (?:yorum|cevap) (?:yaz|yap|bırak))/iu,
    example: 'Laisser un commentaire',
    not: 'Kommentare aus dem Ministerium gab es am Freitag nicht, sagte die Sprecherin.',
  },
  {
    name: 'comment count',
    scope: 'line',
    pattern:
      /^\(?\d{1,6}\)? (?:comments?|kommentare?|commentaires?|comentarios?|commenti|comentários?|reacties?|komentarzy|komentarze|комментари(?:й|я|ев|и)|коментар(?:і|ів|я)?|yorum|shares?|likes?|replies)\)?[\s.|]{0,4}$/iu,
    example: '71 Kommentare',
    not: '12 comments by the minister were struck from the record.',
  },
  {
    name: 'captcha',
    scope: 'line',
    pattern:
      /^(?:the recaptcha|this site is protected by recaptcha|please (?:verify|confirm) (?:that )?you are (?:not a robot|human)|i'?m not a robot|captcha)/i,
    example: 'This site is protected by reCAPTCHA and its terms apply.',
    not: 'The regulator said that captchas had failed.',
  },
  {
    name: 'related list',
    scope: 'list',
    pattern:
      /^(?:you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|recommended(?: for you| stories| articles| reading| videos?)?|suggested (?:for you|articles|stories|reading)|(?:related|similar|more|other|latest|recent|popular|trending|featured|top|further|additional)(?: \p{L}{2,14}){0,3} (?:articles?|stories|story|posts?|news|reads?|reading|links?|content|coverage|topics|videos?|headlines|galleries|items)|related|trending(?: now| today)?|most (?:read|popular|viewed|shared|commented|recent)(?: \p{L}{2,12}){0,3}|more (?:from|in|on|about|by)(?: [^\s.]{1,24}){1,5}|(?:don'?t|do not) miss(?: it| this)?|up next|what to read next|read (?:next|this next|more (?:on|about|from)(?: [^\s.]{1,24}){1,5})|news by (?:theme|topic|tag)|on this topic|in this section|editor'?s'? (?:picks?|choice)|see also|also (?:read|on)|read (?:also|more)|sponsored (?:content|links?|stories)|promoted (?:content|stories|links)|paid content|around the web|from (?:the|around the) web|elsewhere on \p{L}{2,20}|you may have missed|latest)[\s:…»›>→.]{0,4}$/iu,
    example: 'You May Also Like',
    not: 'More articles about the treaty were agreed on Friday.',
  },
  {
    name: 'related list',
    scope: 'list',
    pattern:
      /^(?:(?:das|dies)? ?könnte (?:sie|dich) auch interessieren|lesen sie auch|auch interessant|mehr zum thema|mehr (?:aus|von|zu)(?: [^\s.]{1,24}){1,4}|zum thema|weitere (?:artikel|themen|meldungen|nachrichten|beiträge|informationen)|ähnliche (?:artikel|beiträge|themen)|verwandte (?:artikel|themen)|meistgelesen(?:e artikel)?|das könnte ihnen auch gefallen|empfehlungen(?: der redaktion)?|neueste (?:artikel|beiträge|nachrichten)|aktuelle (?:artikel|nachrichten|meldungen)|(?:à|a) lire (?:aussi|également)|lire (?:aussi|également|la suite)|(?:sur le|dans le) même (?:sujet|thème)|articles? (?:similaires|liés|récents|les plus lus)|les plus (?:lus|populaires|consultés)|vous (?:aimerez|pourriez) (?:aussi|également)(?: \p{L}{2,12}){0,2}|voir aussi|(?:te|le) (?:puede|podría) interesar|también (?:te|le) puede interesar|(?:artículos|noticias|notas|entradas|contenidos?) (?:relacionad[ao]s?|recientes)|lo más (?:leído|visto)|más (?:noticias|leídas|información|sobre(?: [^\s.]{1,24}){1,4})|lea (?:también|además|más)|lee también|leggi anche|(?:articoli|notizie) (?:correlat[ie]|simili|recenti)|potrebbe(?:ro)? (?:interessarti|piacerti)(?: anche)?|i più letti|ti potrebbe interessare|leia (?:também|mais)|veja também|saiba mais|(?:notícias|artigos|matérias) relacionad[ao]s|(?:as )?mais lidas|lees (?:ook|meer|verder)|meer (?:over|nieuws|lezen)(?: [^\s.]{1,24}){0,4}|gerelateerd(?:e artikelen)?|meest gelezen)[\s:…»›>→.]{0,4}$/iu,
    example: 'Lesen Sie auch:',
    not: 'Mehr zum Thema Steuern wollte der Minister nicht sagen.',
  },
  {
    name: 'related list',
    scope: 'list',
    pattern:
      /^(?:czytaj (?:także|też|również|więcej)|zobacz (?:także|też|również)|(?:podobne|powiązane|polecane) artykuły|najczęściej czytane|przeczytaj (?:także|też|również)|читайте (?:также|ещё|еще|далее|нас)|(?:смотрите|см\.) также|(?:похожие|другие|последние|главные|популярные|свежие) (?:новости|статьи|материалы|публикации|записи)|(?:материалы|новости|ещё|еще) по теме|по теме|рекомендуем(?: почитать)?|самое (?:читаемое|популярное)|(?:лента|все) новостей|читайте (?:також|ще)|дивіться також|(?:схожі|інші|останні|головні|популярні) (?:новини|статті|матеріали)|(?:новини|матеріали) (?:за темою|по темі)|за темою|рекомендуємо|(?:ilgili|benzer|diğer|son|önerilen) (?:haberler|haber|yazılar|içerikler)|bunlar da ilginizi çekebilir|çok okunanlar|ayrıca bakınız|相关(?:阅读|新闻|文章|推荐)|推荐阅读|延伸閱讀|相關(?:新聞|文章)|関連(?:記事|ニュース)|あわせて読みたい|관련\s?기사)[\s:：…»›>→.]{0,4}$/iu,
    example: 'Читайте также:',
    not: 'По теме санкций министр сказал, что решение не принято.',
  },
  {
    name: 'related link',
    scope: 'line',
    pattern:
      /^(?:read (?:more|also|next|on|the full (?:story|article))|see (?:also|more)|also read|related(?: (?:story|article|post|stories|posts|articles))?|watch(?: now| also| live)?|more|don'?t miss|recommended|lesen sie (?:auch|mehr)|mehr dazu|siehe auch|lire aussi|à lire aussi|à lire|voir aussi|lea también|lea además|te puede interesar|leggi anche|leia também|leia mais|veja também|lees ook|czytaj (?:także|też|więcej)|zobacz też|читайте также|читать также|смотрите также|читайте також|дивіться також|ayrıca oku)\s?[:|»›>→]\s?\S/iu,
    example: 'Read more: Ministers agree on a truce',
    not: 'Read more widely, the treaty says the opposite.',
  },
  {
    name: 'dated headline',
    scope: 'line',
    pattern: /^[^.!?]{15,160}[\s,|]\d{1,2}[./]\d{1,2}[./](?:\d{2}|\d{4}),?\s{1,3}\d{1,2}:\d{2}$/u,
    example: 'Council does not plan to widen the bridge - mayor 14.03.24, 08:15',
    not: 'The session began at 08:15 on 14.03.24.',
  },
  {
    name: 'view counter',
    scope: 'line',
    pattern:
      /^(?:\d[\d.,\s]{0,12}[km]?\s?(?:views?|reads?|hits|aufrufe|mal gelesen|vues?|lectures?|vistas?|visitas|visualizaciones|visualizzazioni|letture|visualizações|visualizacoes|weergaven|wyświetleń|odsłon|просмотр(?:ов|а)?|прочтений|перегляд(?:ів|iв|и|у)|переглядiв|görüntülenme|okunma)|(?:views?|hits|aufrufe|vues|visitas|просмотров|просмотры|переглядів|okunma|görüntülenme)\s?:?\s?\d[\d.,\s]{0,12})[\s•·|]{0,4}$/iu,
    example: '• 4512 переглядiв',
    not: '32 views were heard at the hearing, the chair said.',
  },
  {
    name: 'subscription',
    scope: 'line',
    pattern:
      /^(?:subscribe(?: (?:now|today|here|to|for|and)(?: [^\s.]{1,30}){0,12})?|sign up(?: (?:now|today|here|to|for)(?: [^\s.]{1,30}){0,16})?|get (?:the latest|our|breaking|all the)(?: [^\s.]{1,30}){1,14} (?:inbox|newsletters?|e-?mail|app|phone)|(?:join|try) our (?:newsletter|mailing list|telegram|whatsapp)[^.]{0,80}|(?:daily |weekly |our )?newsletters?|already a (?:subscriber|member)\??(?: (?:log|sign) in)?|become a (?:member|subscriber|patron)[^.]{0,60}|start your free trial[^.]{0,60}|support (?:us|our (?:work|journalism))[^.]{0,60}|donate(?: now| today)?|register (?:now|for free)|enter your e-?mail(?: address)?|by (?:signing up|subscribing|submitting)[^.]{0,60}you (?:agree|accept|consent)[^.]{0,200}|(?:thank you|thanks) for (?:signing up|subscribing|reading)[^.]{0,60})[\s.!:»›>→]{0,4}$/iu,
    example: '› Subscribe',
    not: 'Subscribe to that view and you will lose, the senator said. He left.',
  },
  {
    name: 'subscription',
    scope: 'line',
    pattern:
      /^(?:get|receive|sign up|subscribe|want (?:more|the latest)|like this(?: story| article)?\?|want to stay|stay (?:on top|up to date|informed)|never miss|enter your)[^\n]{0,200}(?:inbox|newsletters?|e-?mails?(?: alerts?)?|mailing list|breaking news alerts?|letterbox|subscriptions?)(?![\p{L}])[^\n]{0,120}$/iu,
    example: 'Get the latest updates right in your inbox. Subscribe to our newsletters.',
    not: 'Get out of here, the guard told the reporters.',
  },
  {
    name: 'subscription',
    scope: 'line',
    pattern:
      /^(?:(?:jetzt |newsletter |kostenlos )?abonnieren(?: sie)?[^.]{0,80}|newsletter(?:-anmeldung)?|(?:jetzt )?(?:anmelden|registrieren)|(?:s'|je m')abonne[rz]?[^.]{0,60}|abonnez-vous[^.]{0,80}|inscrivez-vous[^.]{0,80}|(?:suscríbete|suscribirse|suscríbase)[^.]{0,80}|(?:iscriviti|abbonati)[^.]{0,80}|(?:assine|inscreva-se|cadastre-se)[^.]{0,80}|(?:abonneer|schrijf je in|meld je aan)[^.]{0,80}|(?:zapisz się|subskrybuj|zaprenumeruj)[^.]{0,80}|(?:подпис(?:аться|ывайтесь|ыва́йтесь|ка|ка на))[^.]{0,80}|(?:підпис(?:атися|уйтесь|ка|уйтеся))[^.]{0,80}|abone ol[^.]{0,60})[\s.!:»›>→]{0,4}$/iu,
    example: 'Подписывайтесь на наш канал в Telegram',
    not: 'Abonnieren will das Angebot laut Umfrage kaum jemand. Das sagte der Verlag.',
  },
  {
    name: 'cookies',
    scope: 'line',
    pattern:
      /^(?:(?:we|this (?:site|website)|our (?:site|website)) (?:and our partners )?uses? cookies(?= (?:to|on|for|in|that|which|and other)(?!\p{L})|[.,]|$)|(?:accept|reject|manage|allow) (?:all )?cookies|cookie (?:policy|settings|preferences|consent)|by (?:continuing|using|browsing)[^.]{0,60}(?:cookies|privacy policy)|(?:wir|diese (?:seite|website|webseite)) (?:verwenden?|nutzt|nutzen|benutzt) cookies|(?:nous utilisons|ce site utilise) des cookies|(?:utilizamos|usamos|este sitio (?:web )?utiliza|este site (?:usa|utiliza)) cookies|(?:utilizziamo|questo sito utilizza) (?:i )?cookie|(?:wij|we|deze (?:site|website)) gebruik(?:en|t) cookies|(?:ta|nasza|ten) (?:strona|serwis) (?:używa|wykorzystuje|korzysta z) (?:plików )?cookies?|(?:мы используем|этот сайт использует|сайт использует) (?:файлы )?cookie|(?:ми використовуємо|цей сайт використовує) (?:файли )?cookie|bu (?:site|sitede) (?:çerez|cookie))/iu,
    example: 'We use cookies to give you the best experience.',
    not: 'We use cookies as bait, the baker told the court.',
  },
  {
    name: 'privacy',
    scope: 'line',
    pattern:
      /^(?:privacy (?:policy|notice|statement|settings)|terms (?:of (?:use|service)|and conditions|& conditions)|datenschutz(?:erklärung)?|impressum|mentions légales|política de privacidad|política de cookies|informativa sulla privacy|politique de confidentialité|polityka prywatności|политика конфиденциальности|политика приватности|kvkk|gizlilik politikası|do not sell my (?:personal )?info(?:rmation)?|about us|contact us|advertise with us|kontakt|über uns|contact|contacto|contatti)(?:\s?[|·•/].{0,120})?$/iu,
    example: 'Privacy Policy | Terms of Use',
    not: 'Privacy policy was at the heart of the debate, she said.',
  },
  {
    name: 'disclaimer',
    scope: 'line',
    pattern:
      /^(?:(?:statement|disclaimer|note|notice|editor'?s note|haftungsausschluss|hinweis|avertissement|aviso|descargo de responsabilidad|声明|免责声明|免責聲明)\s?[:：]\s?)?(?:this article (?:only|solely|merely) (?:represents|reflects) the (?:views|opinions?)|(?:the )?(?:views|opinions)(?: and (?:views|opinions))? (?:expressed|presented|stated)[^.]{0,80}(?:are|do not|represent|belong)|(?:dieser (?:artikel|beitrag)|der (?:artikel|beitrag)) gibt (?:nur |ausschließlich )?die meinung|die (?:in diesem (?:artikel|beitrag) )?(?:geäußerten|vertretenen) (?:meinungen|ansichten)|les (?:opinions|propos) (?:exprimée?s|tenus)|las opiniones (?:expresadas|vertidas)|le opinioni espresse|as opiniões expressas|мнение (?:редакции|автора) (?:может не|не обязательно|не)|думка редакції може не|本文(?:仅|僅)代表)/iu,
    example: 'Disclaimer: the opinions expressed here are those of the writer and not of the paper',
    not: 'The views of the author were quoted by both sides.',
  },
  {
    name: 'disclaimer',
    scope: 'line',
    pattern:
      /^(?:(?:disclaimer|免责声明|免責聲明|haftungsausschluss|descargo de responsabilidad)\s?[:：]|\(?this (?:story|article|post|report) (?:has not been|was not|is) (?:edited by|auto-generated|automatically (?:generated|translated)|generated (?:by|from))|\(?(?:except for the headline|with the exception of the headline)[^.]{0,60}not been edited|(?:this|the above) (?:text|article) (?:was|has been) (?:machine|automatically)[- ]translated|translated (?:by|with) (?:google|deepl|yandex))/iu,
    example: 'This story has not been edited by our staff and is auto-generated from a syndicated feed.',
    not: 'This story has been told by many, he said.',
  },
  {
    name: 'copied from',
    scope: 'line',
    pattern:
      /^(?:original(?:ly published (?:at|by|in|on))?|original (?:article|source|post|text)|originalartikel|quelle|sources?|fuente|fonte|bron|źródło|источник|джерело|kaynak|来源|來源|出典|原文(?:链接|鏈接|連結)?)\s{0,3}[:：]\s{0,3}(?:(?:https?:\/\/|www\.)\S{3,200}|\S{2,80}\.\S{2,150}|[^.!?:,;]{2,60})$/iu,
    example: 'Original: example.org/article/77/',
    not: 'Source: the minister himself, who told us so. He denied it later.',
  },
  {
    name: 'share',
    scope: 'line',
    pattern:
      /^(?:share(?: (?:this|on|via|with|article|story)(?: [^\s.]{1,24}){0,6})?|tweet(?: this)?|pin(?: it)?|e-?mail(?: this(?: \p{L}{2,12})?| article)?|print(?: this(?: \p{L}{2,12})?| article| page)?|copy (?:the )?link(?: to (?:clipboard|article))?|link copied!?|save(?: article| for later)?|bookmark|click to (?:share|print|e-?mail)[^.]{0,60}|facebook|twitter|x|instagram|linkedin|pinterest|whatsapp|telegram|reddit|viber|youtube|tiktok|flipboard|messenger|teilen(?: (?:auf|per|mit)[^.]{0,30})?|drucken|partager(?: (?:sur|par)[^.]{0,30})?|imprimer|compartir(?: (?:en|por)[^.]{0,30})?|condividi(?: su[^.]{0,30})?|compartilh(?:e|ar)(?: [^\s.]{1,24}){0,5}|delen(?: (?:op|via)[^.]{0,30})?|deel (?:dit|via|op)[^.]{0,30}|udostępnij(?: na[^.]{0,30})?|поделиться(?: [^\s.]{1,24}){0,4}|поділитися(?: [^\s.]{1,24}){0,4}|paylaş|分享(?:到)?|シェア(?:する)?|공유하기)[\s:!.|]{0,4}$/iu,
    example: 'Share this article',
    not: 'Share prices fell after the speech.',
  },
  {
    name: 'share',
    scope: 'line',
    pattern:
      /^(?:(?:facebook|twitter|instagram|linkedin|pint(?:erest)?|whatsapp|telegram|reddit|e-?mail|print|viber|baixar|download|tumblr|vk|ok|google\+?|share|teilen|partager|compartir|line|pocket|messenger|copy link|x)[\s|,/·•]{1,4}){1,14}(?:facebook|twitter|instagram|linkedin|pint(?:erest)?|whatsapp|telegram|reddit|e-?mail|print|baixar|download|share|x)?$/iu,
    example: 'Facebook Twitter WhatsApp Email ',
    not: 'Facebook, Twitter and WhatsApp were blocked, the ministry said.',
  },
  {
    name: 'follow',
    scope: 'line',
    pattern:
      /^(?:(?:follow|like|find|join|connect with) (?:us|me|@?[^\s.]{1,30}(?: [^\s.]{1,30}){0,3}) (?:on|at) (?:facebook|twitter|x|instagram|linkedin|youtube|telegram|whatsapp|google news|flipboard|social media|tiktok)[^.!?]{0,120}[.!]?|folgen sie uns[^.]{0,80}|suivez[- ]nous[^.]{0,80}|síguenos[^.]{0,80}|seguici[^.]{0,80}|siga[- ]nos[^.]{0,80}|volg ons[^.]{0,80}|(?:obserwuj|śledź) nas[^.]{0,80}|следите за нами[^.]{0,80}|стежте за нами[^.]{0,80}|bizi takip edin[^.]{0,80}|download (?:our|the)(?: [^\s.]{1,24}){0,4} app[^.]{0,80}|follow us|follow (?:[^\s.]{1,24} ){1,6}(?:coverage|live blog|liveblog)[^\n]{0,120}|(?:reach|contact|e-?mail) (?:the (?:reporters?|author|writer)|[^\s.]{1,24}(?: [^\s.]{1,24}){0,3}) (?:at|on|via)[^\n]{0,120}(?:@|twitter)[^\n]{0,80}|join (?:our|the) [^.]{1,40}(?:forum|group|community|channel|telegram|discussion)[^\n]{0,200})[.!:]?$/iu,
    example: 'Follow us on Facebook and Twitter',
    not: 'Follow us into the courtroom, the lawyer said on Friday.',
  },
  {
    name: 'copyright',
    scope: 'line',
    pattern:
      /^(?:(?:copyright\s?)?(?:©|\(c\)\s?(?:19|20)\d\d|&copy;)[^\n]{0,200}|(?:image |photo |media )?copyright (?:@ ?)?(?:\d{4}|by|the)[^\n]{0,200}|[^.!?]{0,80}all rights reserved\.?[^\n]{0,120}|alle rechte vorbehalten\.?|tous droits réservés\.?|todos los derechos reservados\.?|tutti i diritti riservati\.?|todos os direitos reservados\.?|все права защищены\.?|всі права захищені\.?|tüm hakları saklıdır\.?|this material may not be published, broadcast[^\n]{0,160})$/iu,
    example: '© 2024 Example News. All rights reserved.',
    not: 'Copyright law was the reason, the judge said.',
  },
  {
    name: 'advertisement',
    scope: 'line',
    pattern:
      /^(?:adverts?|advertis(?:e|ement|ing)|sponsored links?|スポンサード?リンク|sponsored|promoted|ad|ads|anzeige|werbung|publicité|publicidad|anuncio|pubblicità|publicidade|advertentie|reklama|реклама|на правах рекламы|reklam|广告|広告|광고|(?:the )?(?:story|article) continues (?:below|after)(?: (?:the |this )?(?:ad|ads|advertisement|video))?|continue reading(?: below| the main story)?|scroll (?:down )?to continue[^.]{0,40}|advertisement - (?:scroll|story continues)[^.]{0,60}|(?:der )?artikel (?:wird )?nach (?:der anzeige|der werbung)[^.]{0,30}|continúa leyendo[^.]{0,30}|continua(?: a leggere)? dopo la pubblicità|continua depois da publicidade)[\s:.-]{0,4}$/iu,
    example: 'Story continues below advertisement',
    not: 'Advertisement sales fell, the publisher said.',
  },
  {
    name: 'navigation',
    scope: 'line',
    pattern:
      /^(?:skip to (?:main )?(?:content|navigation|article)|(?:back )?to (?:the )?top|back to (?:top|home|news|all [\p{L}]{2,12}|overview|list)|main menu|menu|search|home|next(?: (?:article|post|story|page))?|prev(?:ious)?(?: (?:article|post|story|page))?|load more|show more|view (?:all|more|gallery|comments?)|see (?:all|more)|log ?in|log ?out|sign in|sign out|my account|close(?: menu)?|toggle (?:navigation|menu|search)|zum inhalt springen|nach oben|zurück(?: zur? \p{L}{2,20})?|startseite|mehr (?:anzeigen|laden)|aller au contenu|haut de page|accueil|retour(?: à l'accueil)?|volver(?: al inicio)?|inicio|torna (?:su|all'inizio)|voltar(?: ao topo)?|início|strona główna|powrót|главная|назад|наверх|вперед|головна|нагору|ana ?sayfa|首页|返回(?:首页|顶部)?|上一篇|下一篇)[\s:»›>→.]{0,4}$/iu,
    example: 'Skip to content',
    not: 'Home prices rose, the bank said.',
  },
  {
    name: 'breadcrumbs',
    scope: 'line',
    pattern:
      /^(?:home|start|startseite|accueil|inicio|início|главная|головна|ana ?sayfa|news|strona główna)(?:\s{1,3}[»›>/|→]\s{1,3}[^»›>/|→\n]{1,60}){1,8}$/iu,
    example: 'Home > World > Europe',
    not: 'Home and abroad, the minister is not popular.',
  },
  {
    name: 'tags',
    scope: 'line',
    pattern:
      /^(?:tags?\n[^.!?]{0,300}|(?:tags?|topics?|keywords?|filed under|posted in|categor(?:y|ies)|schlagw(?:ort|örter|orte)|themen|stichw(?:ort|örter|orte)|rubrik(?:en)?|mots[- ]clés|étiquettes|etiquetas?|temas|categorías?|tag|argomenti|categorie|palavras-chave|trefwoorden|tagi|słowa kluczowe|теги|метки|рубрика|теґи|мітки|etiketler|标签|標籤|タグ)\s?[:：](?!\s?["“„«])[^.!?]{0,240})$/iu,
    example: 'Tags: war, diplomacy, Europe',
    not: 'Topics raised by both sides: energy, grain and prisoners.',
  },
  {
    name: 'reading time',
    scope: 'line',
    pattern:
      /^(?:\d{1,3}[\s-]{1,2}min(?:ute)?s?\.? (?:read|reading(?: time)?|listen)|(?:estimated )?read(?:ing)? time\s?:?[^.]{0,30}|lesezeit\s?:?[^.]{0,30}|(?:temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|czas czytania|время (?:на )?(?:чтения|чтение)|час читання|okuma süresi)\s?:?[^.]{0,30}|\d{1,3} min(?:uten|uti|utos|utes|uut|uten)?\.? (?:lesezeit|de lecture|de lectura|di lettura|de leitura|leestijd|czytania))$/iu,
    example: '3 min read',
    not: '3 minutes later the sirens went off.',
  },
  {
    name: 'player',
    scope: 'line',
    pattern:
      /^(?:(?:play|pause|mute|unmute|watch|listen)(?: (?:video|audio|now|live|to this article|the video))?|video (?:player is loading|unavailable|playback error)[^\n]{0,80}|media playback is (?:un|not )supported[^\n]{0,60}|image \d{1,3} of ?\/? ?\d{1,3}|captions?|(?:your browser|javascript) (?:does not support|is (?:disabled|required))[^\n]{0,120}|please enable javascript[^\n]{0,120}|this (?:video|content|feature) (?:is not|isn'?t) (?:available|supported)[^\n]{0,80}|enlarge (?:image|this image)|toggle caption|hide caption|view (?:image|photo|slideshow)|image \d{1,3} of \d{1,3}|slide \d{1,3} of \d{1,3}|\d{1,3} (?:of|\/) \d{1,3}|loading(?:\.{3}|…)?|now playing|replay|volume|fullscreen|open in new (?:tab|window))[\s.:]{0,4}$/iu,
    example: 'Please enable JavaScript to view this video.',
    not: 'Watch lists were kept on all three, the court heard.',
  },
  {
    name: 'tip line',
    scope: 'line',
    pattern:
      /^(?:(?:do you )?(?:have|got) (?:a |any )?(?:news )?(?:tips?|story|confidential)[^\n]{0,40}\?[^\n]{0,200}|(?:see|spotted|found|noticed) (?:an? )?(?:error|typo|mistake)(?: in [^\n?]{1,40})?\?[^\n]{0,120}|report (?:an? )?(?:error|typo|correction)|if you (?:find|notice|spot|see) (?:an? )?(?:error|mistake|typo)[^\n]{0,160}|(?:нашли|заметили|если вы (?:нашли|заметили|обнаружили))[^\n]{0,10}ошибку[^\n]{0,160}|(?:якщо ви (?:помітили|знайшли)|знайшли|помітили) помилку[^\n]{0,160}|haben sie (?:einen )?fehler (?:entdeckt|gefunden)[^\n]{0,120}|fehler (?:gefunden|melden)[^\n]{0,80})$/iu,
    example: 'Spotted an error? Let us know.',
    not: 'Spotted errors were corrected by the committee on Friday.',
  },
  {
    name: 'rule',
    scope: 'line',
    pattern: /^[^\p{L}\p{N}]{0,400}$/u,
    example: '* * *',
    not: '1,200',
  },
]
