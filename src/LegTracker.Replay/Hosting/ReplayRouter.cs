using LegTracker.Legislature;
using LegTracker.Replay.Bulk;
using LegTracker.Replay.Faulting;
using LegTracker.Replay.Histories;
using LegTracker.Replay.Pages;

namespace LegTracker.Replay.Hosting;

/// <summary>Which answer an address has at the clock's instant.</summary>
internal sealed class ReplayRouter(ReplayOptions options, LegislativeClock clock, Library library, BulkArchive archive)
{
    /// <summary>What kind of answer a request gets: decides which faults can show in it.</summary>
    public AnswerScope ScopeOf(HttpRequest request)
    {
        if (archive.TryOpen(request.Path.Value!.TrimStart('/'), clock.Now) is not var (build, _))
        {
            return AnswerScope.Page;
        }

        return request.GetTypedHeaders().IfModifiedSince >= build.Built ? AnswerScope.NotModified : AnswerScope.File;
    }

    /// <summary>The answer to a GET or HEAD.</summary>
    /// <param name="fault">A fault that changes what the page is about, or null.</param>
    public Answer Find(HttpRequest request, FaultKind? fault)
    {
        var now = clock.Now;
        var day = Library.DayShown(now).AddDays(fault == FaultKind.Stale ? -1 : 0);
        var path = request.Path.Value ?? "/";
        switch (path)
        {
            case "/":
                return Answer.Html(200, IndexPage.Write(library, now));
            case "/robots.txt":
                return Answer.Text(200, options.Robots);
            case "/faces/billSearchClient.xhtml":
                return Answer.Html(200, SearchPage.Write(library, day, StartYear(request.Query["session_year"], now), request.Query["bill_number"]));
            case "/faces/billStatusClient.xhtml":
                return Answer.Html(200, Bill(request, day, fault) is { } bill && fault != FaultKind.EmptyHistory
                    ? BillPage.Status(bill, library)
                    : EmptyOrUnknown(request, day, fault));
            case "/faces/billHistoryClient.xhtml":
                return Answer.Html(200, Bill(request, day, fault) is { } whole && fault != FaultKind.EmptyHistory
                    ? BillPage.WholeHistory(whole, withLines: true)
                    : EmptyOrUnknown(request, day, fault));
            default:
                // A stale file is the one of a week before: the name is built once a week.
                return archive.TryOpen(path.TrimStart('/'), fault == FaultKind.Stale ? now.AddDays(-7) : now) is var (build, zip)
                    ? new Answer(200, "application/zip", zip) { LastModified = build.Built }
                    : Answer.Html(404, "<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>");
        }
    }

    private string EmptyOrUnknown(HttpRequest request, DateOnly day, FaultKind? fault) =>
        Bill(request, day, fault) is { } bill ? BillPage.WholeHistory(bill, withLines: false) : BillPage.Unknown();

    private BillAsOf? Bill(HttpRequest request, DateOnly day, FaultKind? fault)
    {
        if (!BillId.TryFromLeginfoId(request.Query["bill_id"], out var id))
        {
            return null;
        }

        return fault == FaultKind.OtherBill
            ? library.Known(day).FirstOrDefault(other => other.Bill.Id != id)
            : library.Find(id, day);
    }

    private static int StartYear(string? sessionYear, DateTimeOffset now) =>
        Session.TryParse(sessionYear, out var session) ? session.StartYear : Session.On(CaliforniaTime.DayOf(now)).StartYear;
}
