/// What all pages look like on screen and on A4.
enum PageStyle {
    static let css: StaticString = """
        :root{--ink:#1b1f24;--quiet:#5c6670;--line:#b9c0c7;--soft:#f3f5f7;--good:#1a7f37;--bad:#c62828;--level:#e07b00;--level-soft:#fff3e2}
        .orange{--level:#e07b00;--level-soft:#fff3e2}
        .yellow{--level:#b8930a;--level-soft:#fdf7da}
        .red{--level:#c62828;--level-soft:#fdeaea}
        *{box-sizing:border-box}
        body{margin:0;color:var(--ink);background:#e9ecef;font:14px/1.55 "Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif;font-variant-numeric:tabular-nums}
        .page{background:#fff;max-width:210mm;margin:8mm auto;padding:14mm 14mm 12mm;box-shadow:0 1px 6px #0003}
        h1{font-size:21px;line-height:1.35;margin:0 0 2mm}
        h2{font-size:16px;margin:7mm 0 2mm;padding-left:2.5mm;border-left:1.2mm solid var(--level)}
        h3{font-size:14px;margin:0}
        p{margin:1mm 0}
        a{color:#0b57a4}
        table{border-collapse:collapse;width:100%;margin:2mm 0}
        th,td{border:1px solid var(--line);padding:1mm 1.6mm;text-align:left;vertical-align:top}
        th{background:var(--soft);font-weight:600}
        thead{display:table-header-group}
        tr{break-inside:avoid}
        .n{text-align:right;white-space:nowrap}
        .nowrap{white-space:nowrap}
        .quiet{color:var(--quiet)}
        .small{font-size:12px}
        .good{color:var(--good);font-weight:600}
        .bad{color:var(--bad);font-weight:600}
        .total td{font-weight:600;background:var(--soft)}
        .banner{background:var(--level-soft);border-left:2mm solid var(--level);padding:4mm 5mm;margin-bottom:4mm}
        .verdict{font-size:17px;margin:1.5mm 0 0}
        .left-out{border:1px solid var(--bad);color:var(--bad);padding:2mm 3mm;margin:3mm 0}
        .left-out ul{margin:1mm 0;padding-left:6mm}
        .head{display:flex;justify-content:space-between;gap:6mm;border-bottom:.6mm solid var(--level);padding-bottom:2mm;margin-bottom:3mm}
        .tag{display:inline-block;border:1px solid var(--level);color:var(--level);border-radius:1mm;padding:0 1.5mm;font-weight:600;white-space:nowrap}
        .cards{display:grid;grid-template-columns:repeat(4,1fr);gap:3mm;margin:3mm 0}
        .card{border:1px solid var(--line);padding:2mm 3mm}
        .card b{display:block;font-size:20px;line-height:1.3}
        .frame{margin:0}
        .frame>thead>tr>td,.frame>tbody>tr>td{border:0;padding:0}
        .paper td,.paper th{padding:.8mm 1mm;overflow-wrap:anywhere}
        .round{display:inline-block;white-space:nowrap;margin-right:4mm}
        .plain td{border:0;padding:.4mm 1mm;overflow-wrap:anywhere}
        .bars{display:grid;grid-template-columns:26mm 1fr 62mm;gap:1.6mm 3mm;align-items:center;margin:3mm 0}
        .bar{position:relative;display:block;height:5mm;background:var(--soft)}
        .bar span{display:block;height:100%}
        .bar i{position:absolute;top:-1mm;bottom:-1mm;border-left:.6mm solid var(--ink)}
        .met{background:var(--good)}
        .missed{background:var(--bad)}
        .foot{margin-top:4mm}
        .shift td{background:var(--soft);font-weight:600}
        .shift{break-after:avoid}
        .sign{display:grid;grid-template-columns:repeat(3,1fr);gap:5mm;margin-top:7mm}
        .sign span{border-bottom:1px solid var(--ink);height:11mm;color:var(--quiet)}
        svg{display:block;width:100%;height:auto}
        @page{size:A4;margin:13mm 12mm 14mm;@bottom-center{content:counter(page) " / " counter(pages);font-size:9pt;color:#5c6670}}
        @media print{
        body{background:none;font-size:10.5pt}
        .page{max-width:none;margin:0;padding:0;box-shadow:none}
        .page+.page{break-before:page}
        .banner,th,.total td,.shift td,.bar,.bar *,svg *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        a{color:inherit;text-decoration:none}
        .screen{display:none}
        }
        """

    /// Added for tables that need A4 across.
    static let wide: StaticString = """

        .page{max-width:297mm}
        .paper{font-size:12px}
        @page{size:A4 landscape;margin:10mm 10mm 12mm}
        @media print{.paper{font-size:8.5pt}}
        """
}
