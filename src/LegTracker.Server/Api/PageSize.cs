using Google.Protobuf;

namespace LegTracker.Server.Api;

/// <summary>How much goes on a page: so many messages, and never more bytes than clients receive by default (4 MiB).</summary>
internal static class PageSize
{
    private const int MostBytes = 3 * 1024 * 1024;

    /// <summary>The first messages, at least one if there is any; fewer than asked for when they are large.</summary>
    public static List<T> Cut<T>(IEnumerable<T> messages, int most)
        where T : IMessage
    {
        var page = new List<T>();
        var bytes = 0L;
        foreach (var message in messages.Take(most))
        {
            bytes += message.CalculateSize();
            if (page.Count > 0 && bytes > MostBytes)
            {
                break;
            }

            page.Add(message);
        }

        return page;
    }
}
