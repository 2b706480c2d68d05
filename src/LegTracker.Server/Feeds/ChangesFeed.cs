using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using LegTracker.Legislature;
using LegTracker.Server.Api;
using LegTracker.Server.Recording;
using Microsoft.AspNetCore.Http.Extensions;

namespace LegTracker.Server.Feeds;

/// <summary>The newest changes as an Atom feed (RFC 4287), in pages (RFC 5005).</summary>
internal sealed class ChangesFeed(RecordStore store, BillMapping mapping, LegislativeClock clock)
{
    public const string Path = "/feeds/changes.atom";

    private static readonly string Version = typeof(ChangesFeed).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public async Task AnswerAsync(HttpContext http)
    {
        var query = FeedQuery.Read(http.Request.Query, paged: true);

        // The head first: the tag may be older than the body, which costs one more reading, and never newer.
        var head = await store.HeadRevisionAsync(http.RequestAborted);
        var tracked = query is { Filter: null, Bills.IsEmpty: true } ? [] : await store.ListBillsAsync(http.RequestAborted);
        var wanted = query.Wanted(tracked, mapping.Fits);
        var self = http.Request.GetEncodedUrl();
        var tag = FeedAnswer.TagOf([Version, store.Epoch, head.ToString(CultureInfo.InvariantCulture), self, .. (wanted ?? []).Select(bill => bill.LeginfoId).Order(StringComparer.Ordinal)]);
        var changes = await store.NewestChangesAsync(query.Before, wanted, query.Limit + 1, http.RequestAborted);
        if (FeedAnswer.IsKnown(http, tag, Modified(query, changes)))
        {
            return;
        }

        var page = changes[..Math.Min(changes.Length, query.Limit)];
        var next = changes.Length > page.Length ? Next(http.Request, page[^1]) : null;
        await FeedAnswer.SendAsync(http, "application/atom+xml; charset=utf-8", AtomText.Of(page, store.Epoch, page is [var newest, ..] ? newest.RecordTime : store.Created, new Uri(self), next));
    }

    /// <remarks>
    /// By a filter older changes may come in without a newer one, so no time says everything. Nor does the second that is running: what is
    /// recorded later in it would be as old.
    /// </remarks>
    private DateTimeOffset? Modified(FeedQuery query, ImmutableArray<Change> changes)
    {
        var newest = changes is [var first, ..] ? first.RecordTime : store.Created;
        return query is { Filter: null, Before: null } && newest.ToUnixTimeSeconds() < clock.Now.ToUnixTimeSeconds() ? newest : null;
    }

    private static Uri Next(HttpRequest request, Change last)
    {
        var kept = request.Query.Where(pair => pair.Key != "before").SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? ""));
        var before = KeyValuePair.Create("before", string.Create(CultureInfo.InvariantCulture, $"{last.Revision}.{last.Index}"));
        return new Uri(UriHelper.BuildAbsolute(request.Scheme, request.Host, path: request.Path, query: QueryString.Create(kept.Append(before)!)));
    }
}
