namespace LegTracker.Server.Sources.Pages;

/// <summary>What a page turned out to be.</summary>
internal abstract record PageVerdict<TPage>
    where TPage : class
{
    private PageVerdict()
    {
    }

    /// <summary>The page that was asked for.</summary>
    public sealed record Proved(TPage Page) : PageVerdict<TPage>;

    /// <summary>The site's own page saying that there is no such bill.</summary>
    public sealed record NoSuchBill(string Detail) : PageVerdict<TPage>;

    /// <summary>Anything else.</summary>
    /// <param name="Reason"><c>TOO_DEEP</c>, <c>BLOCKED</c>, <c>CHALLENGE</c>, <c>LOGIN</c>, <c>SESSION_EXPIRED</c>, <c>MAINTENANCE</c>, <c>WRONG_BILL</c>, <c>NOT_THE_PAGE</c>, <c>TRUNCATED</c>, <c>EMPTY_HISTORY</c>, <c>BAD_DATE</c>.</param>
    public sealed record Doubted(string Reason, string Detail) : PageVerdict<TPage>;
}
