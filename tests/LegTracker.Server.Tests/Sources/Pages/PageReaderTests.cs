using System.Diagnostics;
using System.Text;
using LegTracker.Legislature;
using LegTracker.Server.Sources.Pages;

namespace LegTracker.Server.Tests.Sources.Pages;

public sealed class PageReaderTests
{
    private static readonly BillRecord Bill = PageSourceTests.Ab379;

    [Fact]
    public void Rows_of_one_day_come_in_the_order_of_the_reversed_page()
    {
        var verdict = HistoryPage.TryParse(SitePages.History(Bill), Bill.Id);

        Assert.Equal(Bill.History.AsEnumerable(), Assert.IsType<PageVerdict<HistoryPage>.Proved>(verdict).Page.Lines);
    }

    [Theory]
    [InlineData("12/07/98", 1999, "1998-12-07")]
    [InlineData("01/31/00", 1999, "2000-01-31")]
    [InlineData("11/30/12", 2011, "2012-11-30")]
    [InlineData("02/29/24", 2023, "2024-02-29")]
    [InlineData("02/29/25", 2025, null)]
    [InlineData("13/01/25", 2025, null)]
    [InlineData("01/01/60", 2025, null)]
    [InlineData("10/11/2025", 2025, "2025-10-11")]
    [InlineData("soon", 2025, null)]
    public void Two_digit_years_lie_near_the_session(string text, int session, string? expected) =>
        Assert.Equal(expected, PageDate.Read(text, new Session(session))?.ToString("yyyy-MM-dd", null));

    public static TheoryData<string, string> NotBelieved => new()
    {
        { "WRONG_BILL", SitePages.History(Bill with { Id = BillId.FromLeginfoId("202520260AB380") }) },
        { "WRONG_BILL", SitePages.History(Bill with { Id = BillId.FromLeginfoId("202320240AB379") }) },
        { "NOT_THE_PAGE", "<html><body><h1>Welcome</h1></body></html>" },
        { "NOT_THE_PAGE", SitePages.Frame(Bill, "<p>no table</p>") },
        { "TRUNCATED", SitePages.History(Bill)[..^400] },
        { "EMPTY_HISTORY", SitePages.History(Bill, rows: "") },
        { "BAD_DATE", SitePages.History(Bill, rows: "<tr><td>soon</td><td>x</td></tr>") },
        { "BLOCKED", "<html><head><title>Access Denied</title></head><body>Reference #18</body></html>" },
        { "CHALLENGE", "<html><head><title>Just a moment...</title></head></html>" },
        { "MAINTENANCE", "<html><body>The site is down for scheduled maintenance.</body></html>" },
        { "SESSION_EXPIRED", "<html><body>Your session has expired.</body></html>" },
        { "LOGIN", "<html><body><form><input type=\"password\"/></form></body></html>" },
        { "TOO_DEEP", new StringBuilder("<html><body><div id=\"bill_title\">AB-379</div>").Insert(12, "<div>", 100_000).ToString() },
    };

    [Theory]
    [MemberData(nameof(NotBelieved))]
    public void A_body_that_does_not_prove_to_be_the_page_is_doubted_quickly(string reason, string html)
    {
        var started = Stopwatch.GetTimestamp();

        var verdict = HistoryPage.TryParse(html, Bill.Id);

        Assert.Equal(reason, Assert.IsType<PageVerdict<HistoryPage>.Doubted>(verdict).Reason);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("<div id=\"bill_title\"><h2>null-0 (2025-2026)</h2></div>")]
    [InlineData("<p>Bill not found</p>")]
    public void The_sites_own_page_for_an_unknown_bill_is_no_doubt(string content) =>
        Assert.IsType<PageVerdict<HistoryPage>.NoSuchBill>(HistoryPage.TryParse($"<html><body>{content}</body></html>", Bill.Id));

    [Fact]
    public void A_bill_about_maintenance_is_read()
    {
        var page = SitePages.History(Bill with { Topic = "Highways: maintenance: access denied." });

        Assert.Equal("Highways: maintenance: access denied.", Assert.IsType<PageVerdict<HistoryPage>.Proved>(HistoryPage.TryParse(page, Bill.Id)).Page.Topic);
    }

    [Theory]
    [InlineData("Addis (A) , Allen (S)", "Addis|Allen")]
    [InlineData("Connolly (A)", "Connolly")]
    [InlineData("Committee on Budget and Fiscal Review (S)", "Committee on Budget and Fiscal Review")]
    [InlineData("Jones, Jr. (A) , O'Donnell (A)", "Jones, Jr.|O'Donnell")]
    [InlineData("Ramos, Valencia", "Ramos|Valencia")]
    [InlineData("-", "")]
    [InlineData("", "")]
    public void Authors_lose_their_house_mark(string text, string names)
    {
        var page = SitePages.Frame(Bill, $"<span id=\"leadAuthors\">{text}</span>");

        var verdict = StatusPage.TryParse(page, Bill.Id);

        Assert.Equal(names, string.Join('|', Assert.IsType<PageVerdict<StatusPage>.Proved>(verdict).Page.LeadAuthors));
    }

    [Fact]
    public void The_type_of_measure_is_told_of_the_newest_version()
    {
        var bill = BillId.FromLeginfoId("201120120SB1002");
        var type = new TypeOfMeasure("Majority", Appropriation: false, FiscalCommittee: true, LocalProgram: null, Urgency: false, TaxLevy: null);
        var record = new BillRecord
        {
            Id = bill,
            Topic = "Public records: electronic format.",
            LeadAuthors = ["Yee"],
            History = [new HistoryLine(new DateOnly(2012, 2, 6), "Introduced.")],
            Versions = [new BillVersion("20110SB100299INT", new DateOnly(2012, 2, 6), "Introduced", null), new BillVersion("20110SB100298AMD", new DateOnly(2012, 4, 9), "Amended Senate", null) { Type = type }],
        };

        var page = Assert.IsType<PageVerdict<StatusPage>.Proved>(StatusPage.TryParse(SitePages.Status(record), bill)).Page;

        Assert.Equal(type, page.Versions[^1].Type);
        Assert.Null(page.Versions[0].Type);
    }

    [Fact]
    public void Hostile_text_is_cleaned()
    {
        var page = SitePages.History(Bill, rows: "<tr><td>02/03/25</td><td>Read&#x202e; first\u001b[2J&#7; time.<script>alert(1)</script></td></tr>");

        var line = Assert.Single(Assert.IsType<PageVerdict<HistoryPage>.Proved>(HistoryPage.TryParse(page, Bill.Id)).Page.Lines);

        Assert.DoesNotContain(line.Text, letter => char.IsControl(letter) || letter == '\u202e');
    }
}
