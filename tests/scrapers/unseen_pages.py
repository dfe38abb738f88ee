"""One invented article in the page of every platform, and of papers that nobody described."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

HOST = "https://bao.example"
URL = f"{HOST}/cong-doan/tho-gom-lung-say-88412.html"
TITLE = "Thợ gốm Lũng Sậy góp 320 ngày công dựng lại nhà trẻ của xưởng"
SAPO = (
    "Sau trận lốc cuối tháng Tám, công đoàn cơ sở Xưởng gốm Lũng Sậy vận động thợ các lò góp ngày công, vật liệu để"
    " nhà trẻ kịp đón 64 cháu trước năm học mới."
)
TEXT = (
    "Chiều 4/9, nhà trẻ của Xưởng gốm Lũng Sậy mở cửa trở lại sau mười chín ngày sửa chữa, mái tôn mới lợp còn thơm mùi"
    " sơn, sân chơi đã lát xong gạch do chính các lò nung tặng.",
    "Theo bà Mã Thị Vân Khê, Chủ tịch công đoàn cơ sở, có 87 thợ đăng ký làm ngoài giờ, góp được 320 ngày công; nhiều"
    " tổ nhận khoán cả một gian phòng rồi thay nhau làm đến tối.",
    "Vật liệu phần lớn là của nhà trồng được: lò số 2 cho 4.500 viên gạch, tổ xe chở cát không lấy tiền dầu, còn phân"
    " xưởng men góp toàn bộ sơn chống thấm cho hai dãy phòng học.",
    "Anh Vương Đình Sắt, thợ chuốt, có con nhỏ ba tuổi gửi ở đây, kể rằng suốt hai tuần vợ chồng anh phải đổi ca để trông"
    " con, nay mới yên tâm trở lại làm đủ giờ.",
    "Ban giám đốc xưởng hỗ trợ thêm 150 triệu đồng mua giường, tủ và bếp ga; số tiền còn lại được chuyển vào quỹ tương"
    " trợ để phòng khi mùa bão tới.",
    "Dịp này, Liên đoàn Lao động huyện Lũng Sậy tặng Giấy khen cho 3 tập thể và 11 cá nhân có nhiều đóng góp trong đợt"
    " thi đua ngắn ngày dựng lại nhà trẻ.",
)
MORE = (
    "Thợ đá Khe Chàm nhận nhà ở sau ba năm chờ đợi",
    "Lò gạch Đồng Mít đổi ca để thợ nữ kịp đón con",
    "Công nhân vườn ươm Bãi Sim có thêm bữa sáng miễn phí",
)
CARDS = "".join(
    f'<div class="card item"><a href="{HOST}/doi-song/bai-so-{n}-88{n}12.html"><img src="/a{n}.jpg" alt=""></a>'
    f'<h3><a href="{HOST}/doi-song/bai-so-{n}-88{n}12.html">{title}</a></h3>'
    f"<p>Tóm tắt bài về {title[:20].lower()}, đọc để biết thợ và công đoàn ở đó đã làm gì.</p></div>"
    for n, title in enumerate(MORE)
)
BYLINE = "Đoàn Vị Thủy"
TAGS = ("nhà trẻ", "Lũng Sậy")


def paragraphs(texts: tuple[str, ...] = TEXT) -> str:
    """Give each text in an element of its own."""
    return "\n".join(f"<p>{text}</p>" for text in texts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What a page prints."""

    body: str = paragraphs()
    """The inside of the body element."""
    title: str = TITLE
    sapo: str = SAPO
    """Empty: the page has no element for it."""
    byline: str = BYLINE
    day: str = "05/09/2025"
    clock: str = "08:15"
    stamp: str | None = None
    """The date line, where it is not made of day and clock."""
    head: str | None = None
    """The inside of `head`, where it is not the usual one."""
    behind: str = ""
    """What stands behind the body, before the related articles."""

    @property
    def line(self) -> str:
        """Give the date line."""
        return f"{self.day} {self.clock}" if self.stamp is None else self.stamp


Template = Callable[[Printed], str]


def usual_head(printed: Printed) -> str:
    """Give what most papers state in the head."""
    return (
        f'<meta property="og:title" content="{printed.title}"><meta property="og:type" content="article">'
        f'<meta property="og:site_name" content="Báo Lũng Sậy"><meta property="og:description" content="{printed.sapo}">'
        f'<meta property="article:section" content="Công đoàn"><meta name="keywords" content="{", ".join(TAGS)}">'
    )


def page(printed: Printed, inside: str, *, marks: str = "") -> str:
    """Give a whole page around the article."""
    head = usual_head(printed) if printed.head is None else printed.head
    return (
        f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">{marks}<title>{printed.title} - Báo Lũng Sậy</title>'
        f'{head}</head><body><header><a href="/">Trang chủ</a><div class="today">Hôm nay: Thứ sáu 20/11/2026 18:30</div>'
        '<nav><ul><li><a href="/cong-doan">Công đoàn</a></li><li><a href="/doi-song">Đời sống</a></li></ul></nav></header>'
        f"{inside}<footer><p>Cơ quan của Liên đoàn Lao động Lũng Sậy. Giấy phép số 12/GP-BC cấp ngày 01/02/2020. Ghi rõ nguồn"
        " khi phát hành lại thông tin từ trang này.</p></footer></body></html>"
    )


def element(tag: str, name: str, text: str) -> str:
    """Give an element with a class, or nothing where there is no text."""
    return f'<{tag} class="{name}">{text}</{tag}>' if text else ""


def mastercms(printed: Printed) -> str:
    """Build of 2026."""
    return page(
        printed,
        '<main><div class="article-detail"><div class="article-detail-body-right"><div class="article-info">'
        f'<a class="article-cat" href="/cong-doan">Công đoàn</a><span class="article-date"><span class="format_time">{printed.clock}'
        f'</span> | <span class="format_date">{printed.day}</span></span></div><h1 class="article-detail-title f0">{printed.title}</h1>'
        f"{element('div', 'article-detail-desc fw lt f0 clearfix', printed.sapo)}"
        '<div class="__MASTERCMS_CONTENT fw lt f1 mb clearfix"><table class="__MB_ARTICLE_A"><tr><td>'
        f'<a href="/bai-88012.html">{MORE[0]}</a> <a href="/bai-88112.html">{MORE[1]}</a></td></tr></table>{printed.body}'
        f"{element('div', 'article-detail-author', printed.byline)}</div>{printed.behind}</div></div>"
        f'<div class="article-tag"><div class="article-keyword"><a>{TAGS[0]}</a><a>{TAGS[1]}</a></div></div>'
        f'<div class="article-detail-similar"><h2>Cùng chuyên mục</h2>{CARDS}</div></main>',
        marks="<!-- BASED ON MASTERCMS ULTIMATE EDITION -->",
    )


def mastercms_detail(printed: Printed) -> str:
    """Theme of thoibaonganhang, 2021: the author is the last line of the body."""
    author = f'<p align="right"><strong>{printed.byline}</strong></p>' if printed.byline else ""
    return page(
        printed,
        f'<div class="w693 detail-article left"><p class="detail-subtitle" style="display: none;"></p><h1 class="detail-title">{printed.title}'
        f'</h1><div class="meta right"><span class="datetime"><span class="format_time">{printed.clock}</span> | <span class="format_date">'
        f"{printed.day}</span></span></div>{element('p', 'detail-sapo', printed.sapo)}"
        '<div class="category article-content __MASTERCMS_CONTENT __MB_CONTENT_FOR_PRINTER"><div class="__MB_MASTERCMS_EL item-content">'
        f'{printed.body}</div>{author}<div style="clear: both;"></div></div>{printed.behind}</div><div class="bx-listing">{CARDS}</div>',
        marks="<!-- BASED ON MASTERCMS -->",
    )


def laodong(printed: Printed) -> str:
    """Template of 2026: paragraphs are never closed."""
    return page(
        printed,
        '<div ng-controller="MainCtrl as vm"><div ng-controller="ChiTietTinCtrl as vm" articleid="1328243" itemprop="articleBody">'
        '<div class="breadcrums"><a class="main-cat-lnk" href="/cong-doan">Công đoàn</a></div>'
        f'<article class="article-detail"><h1 class="title">{printed.title}</h1><div class="art-info"><span class="authors">{printed.byline}</span>'
        f'<span class="time">Thứ sáu, {printed.line} (GMT+7)</span></div><div class="google-news"></div>'
        f"{element('div', 'chappeau', f'<p>{printed.sapo}</p>' if printed.sapo else '')}"
        f'<div class="art-body" id="gallery-ctt">{printed.body.replace("</p>", "")}</div>{printed.behind}'
        f'<div class="tin-lien-quan">{CARDS}</div><div class="lst-tags"><div class="content"><a>{TAGS[0]}</a><a>{TAGS[1]}</a></div></div>'
        "</article></div></div>",
    )


def vccorp(printed: Printed) -> str:
    """nld.com.vn, 2026."""
    return page(
        printed,
        f'<div class="detail__main"><div class="detail-cate"><a href="/cong-doan.htm" data-role="cate-name">Công đoàn</a></div>'
        f'<h1 class="detail-title" data-role="title">{printed.title}</h1><time data-role="publishdate">{printed.line} GMT+7</time>'
        f'<div class="detail-author"><p class="name" data-role="author">{printed.byline}</p></div>'
        f'{f"""<h2 class="detail-sapo" data-role="sapo">{printed.sapo}</h2>""" if printed.sapo else ""}'
        '<div class="detail-content afcbc-body" data-role="content" itemprop="articleBody"><div data-check-position="body_start"></div>'
        f'{printed.body}<zone id="z1"></zone><div data-check-position="body_end"></div></div>{printed.behind}'
        f'<div class="detail-tab"><a>{TAGS[0]}</a><a>{TAGS[1]}</a></div><div class="detail__related">{CARDS}</div>'
        '<div class="detail__comment"><p>Bình luận (0)</p></div><input type="hidden" id="hdNewsId" value="196250905081500123"></div>',
    )


def thanh_hoa(printed: Printed) -> str:
    """The portal: sapo and author are lines of the body."""
    last = f'<p style="text-align: right"><b>{printed.byline}</b></p>' if printed.byline else ""
    first = f"<p>{printed.sapo}</p>" if printed.sapo else ""
    return page(
        replace(printed, title="Sở Thông tin và truyền thông Thanh Hóa", head=""),
        '<form id="aspnetForm"><a href="/portal/KenhTin/Cong-doan.aspx">Công đoàn</a><div class="thong-ke">Đang online: 12 Hôm nay: 340</div>'
        f'<h1 class="article-title">{printed.title}</h1><div class="article-date">{printed.line}</div><div class="article-content">{first}'
        f'{printed.body}{last}</div>{printed.behind}<div class="related">{CARDS}</div></form>',
    )


def story(printed: Printed) -> str:
    """nhandan.vn, 2023."""
    return page(
        printed,
        f'<div class="article"><div class="breadcrumbs"><a href="/cong-doan">Công đoàn</a></div><h1 class="article__title cms-title">{printed.title}</h1>'
        f'<div class="article__meta"><time class="time" datetime="2025-09-05T08:15:00+0700">{printed.line}</time></div>'
        f'{element("div", "article__sapo cms-desc", printed.sapo)}<div class="article__body zce-content-body cms-body" itemprop="articleBody">'
        f'{printed.body}</div>{element("div", "article__author", f"""<span class="name">{printed.byline}</span>""" if printed.byline else "")}'
        f'{printed.behind}<div class="article__tag"><div class="content"><a>{TAGS[0]}</a><a>{TAGS[1]}</a></div></div>'
        f'<div class="related-news">{CARDS}</div></div>',
    )


def provincial(printed: Printed) -> str:
    """hanoimoi.vn, 2024."""
    return page(
        printed,
        f'<div class="c-news-detail"><div class="c-breadcrumb"><a href="/cong-doan">Công đoàn</a></div><h1>{printed.title}</h1>'
        f'<span class="date">{printed.line}</span><span class="author">{printed.byline}</span>'
        f'{element("p", "sc-longform-header-sapo", printed.sapo)}<div class="b-maincontent"><article class="entry">{printed.body}</article></div>'
        f'{printed.behind}<div class="c-widget-tags"><a>{TAGS[0]}</a><a>{TAGS[1]}</a></div><div class="c-news-related">{CARDS}</div></div>',
    )


def wordpress(printed: Printed) -> str:
    """A theme with the names of the core."""
    return page(
        printed,
        f'<div class="single-content"><article id="post-412" class="post type-post"><header><h1 class="entry-title">{printed.title}</h1>'
        f'<span class="posted-on"><time class="entry-date published" datetime="2025-09-05T08:15:00+07:00">{printed.line}</time></span>'
        f'<span class="byline"><span class="author vcard">{printed.byline}</span></span><span class="cat-links"><a>Công đoàn</a></span></header>'
        f'<div class="entry-content">{f"<p><strong>{printed.sapo}</strong></p>" if printed.sapo else ""}{printed.body}</div>{printed.behind}'
        f'<footer class="entry-footer"><span class="tags-links"><a>{TAGS[0]}</a><a>{TAGS[1]}</a></span></footer></article>'
        f'<div class="related-posts">{CARDS}</div></div>',
        marks='<link rel="stylesheet" href="/wp-content/themes/x/style.css">',
    )


def side_by_side(printed: Printed) -> str:
    """A national daily: the article in a column called sidebar, the author the last line."""
    last = (
        f'<p class="Normal" style="text-align:right;"><strong>{printed.byline}</strong></p>'
        if printed.byline
        else ""
    )
    return page(
        printed,
        '<section class="section page-detail"><div class="container"><div class="sidebar-1"><div class="header-content"><ul class="breadcrumb">'
        f'<li><a href="/cong-doan">Công đoàn</a></li></ul><span class="date">Thứ sáu, {printed.line} (GMT+7)</span></div>'
        f'<h1 class="title-detail">{printed.title}</h1>{element("p", "description", printed.sapo)}<article class="fck_detail">'
        f'{printed.body.replace("<p>", """<p class="Normal">""")}{last}</article>{printed.behind}<div class="tags"><h4><a>{TAGS[0]}</a></h4><h4><a>{TAGS[1]}</a></h4></div>'
        f'</div><div class="sidebar-2">{CARDS}</div></div></section>',
    )


def utility_classes(printed: Printed) -> str:
    """Class names of a utility framework only."""
    return page(
        printed,
        '<main class="mx-auto max-w-6xl"><div class="grid grid-cols-12 gap-6"><div class="col-span-8"><nav class="text-sm"><a href="/cong-doan">Công đoàn'
        f'</a></nav><h1 class="text-3xl font-bold">{printed.title}</h1><div class="flex text-sm"><span class="font-medium">{printed.byline}</span>'
        f'<span class="text-gray-500">Thứ sáu, {printed.day} - {printed.clock}</span></div>'
        f'{element("p", "mt-4 font-semibold", printed.sapo)}<div class="prose max-w-none mt-6">{printed.body}</div>{printed.behind}</div>'
        f'<div class="col-span-4"><h2>Đọc nhiều</h2>{CARDS}</div></div></main>',
    )


def drupal(printed: Printed) -> str:
    """A portal on Drupal: fields in boxes of their own."""
    return page(
        printed,
        f'<div class="region region-content"><h1 class="page-header">{printed.title}</h1><div class="node node--type-tin-tuc"><div class="submitted">'
        f'{printed.line}</div>{element("div", "field field--name-field-tom-tat", printed.sapo)}<div class="field field--name-body field__item">'
        f"{printed.body}</div>{element('div', 'field field--name-field-tac-gia', printed.byline)}</div>{printed.behind}"
        f'<div class="view-tin-lien-quan">{CARDS}</div></div>',
    )


def web_forms(printed: Printed) -> str:
    """An old portal of server controls, drawn with tables."""
    last = f'<div align="right"><b>{printed.byline}</b></div>' if printed.byline else ""
    return page(
        printed,
        '<form id="Form1"><table width="1000"><tr><td width="200" valign="top"><a href="/cong-doan">Công đoàn</a><br><a href="/doi-song">Đời sống</a></td>'
        f'<td valign="top"><span id="dnn_ctr_lblTitle" class="tieu-de">{printed.title}</span><br><span id="dnn_ctr_lblDate" class="ngay">({printed.line})</span>'
        f'<div id="dnn_ctr_divSapo"><b>{printed.sapo}</b></div><div id="dnn_ctr_divContent">{printed.body}{last}</div>{printed.behind}'
        f'<div id="dnn_ctr_other"><b>Các tin khác</b><ul><li><a href="/bai-88012.html">{MORE[0]}</a> (04/09/2025)</li><li><a href="/bai-88112.html">{MORE[1]}</a>'
        " (03/09/2025)</li></ul></div></td></tr></table></form>",
    )


def joomla(printed: Printed) -> str:
    """Microdata, the lead in bold at the head of the body, the day alone in words."""
    lead = f"<p><strong>{printed.sapo}</strong></p>" if printed.sapo else ""
    return page(
        printed,
        '<div class="com-content-article item-page" itemscope itemtype="https://schema.org/Article"><div class="page-header"><h2 itemprop="headline">'
        f'{printed.title}</h2></div><dl class="article-info"><dt>Chi tiết</dt><dd class="createdby" itemprop="author"><span itemprop="name">{printed.byline}'
        f'</span></dd><dd class="category-name"><a href="/cong-doan">Công đoàn</a></dd><dd class="published"><time itemprop="datePublished">{printed.line}'
        f'</time></dd><dd class="hits">Lượt xem: 123</dd></dl><div itemprop="articleBody" class="com-content-article__body">{lead}{printed.body}</div>'
        f'{printed.behind}<ul class="pager"><li><a href="/cu">Trước</a></li><li><a href="/moi">Sau</a></li></ul></div>',
    )


def army_paper(printed: Printed) -> str:
    """A national daily: the lead as a heading in a box, the author the last line in capitals."""
    last = (
        f'<p style="text-align: right;"><strong>{printed.byline}</strong></p>'
        if printed.byline
        else ""
    )
    lead = f"<h2>{printed.sapo}</h2>" if printed.sapo else ""
    return page(
        printed,
        f'<ul class="breadcrumb"><li><a href="/cong-doan">Công đoàn</a></li></ul><div class="post-content-detail"><h1 class="post-title">{printed.title}</h1>'
        f'<div class="post-subinfo"><span>Thứ Sáu, {printed.line}</span></div><div class="post-summary">{lead}</div><div class="post-content">{printed.body}'
        f'{last}</div></div>{printed.behind}<div class="news-relation"><h3>TIN LIÊN QUAN</h3>{CARDS}</div>',
    )


def pasted_from_word(printed: Printed) -> str:
    """A portal without headings, its text pasted from a word processor."""
    body = printed.body.replace(
        "<p>", '<p class="MsoNormal" style="text-align:justify"><span style="font-size:14.0pt">'
    )
    body = body.replace("</p>", "<o:p></o:p></span></p>")
    lead = f'<p class="MsoNormal"><b><span>{printed.sapo}</span></b></p>' if printed.sapo else ""
    last = (
        f'<p class="MsoNormal" align="right"><b><i><span>{printed.byline}</span></i></b></p>'
        if printed.byline
        else ""
    )
    return page(
        printed,
        f'<div id="main"><div class="left-menu"><ul><li><a href="/a">Giới thiệu</a></li></ul></div><div class="right"><div class="title-detail-news">'
        f'{printed.title}</div><div class="ngaydang">Ngày đăng: {printed.line}</div><div class="noidung"><div class="Section1">{lead}{body}{last}</div></div>'
        f'{printed.behind}<div class="khac"><div>Tin khác</div><div><a href="/x-123.aspx">{MORE[0]}</a> <span>(4/9/2025)</span></div></div></div></div>',
    )


def long_form(printed: Printed) -> str:
    """A magazine page: each part in a section of its own, who made it at the end."""
    made = f'<div class="emag-footer"><p>Bài: {printed.byline}</p></div>' if printed.byline else ""
    return page(
        printed,
        f'<div class="emagazine"><div class="emag-cover"><h1 class="emag-title">{printed.title}</h1><div class="emag-date">{printed.line}</div></div>'
        f'{element("div", "emag-sapo", printed.sapo)}<div class="sec"><div class="col">{printed.body}</div></div>{made}</div>{printed.behind}',
    )


PLATFORMS: Mapping[str, Template] = {
    "mastercms": mastercms,
    "mastercms_detail": mastercms_detail,
    "laodong": laodong,
    "vccorp": vccorp,
    "thanh_hoa": thanh_hoa,
    "story": story,
    "provincial": provincial,
    "wordpress": wordpress,
}
"""Pages that a platform reads."""
OTHERS: Mapping[str, Template] = {
    "side_by_side": side_by_side,
    "utility_classes": utility_classes,
    "drupal": drupal,
    "web_forms": web_forms,
    "joomla": joomla,
    "army_paper": army_paper,
    "pasted_from_word": pasted_from_word,
    "long_form": long_form,
}
"""Pages of papers that nobody described."""
