using LegTracker.Legislature;
using LegTracker.Server.Api;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Feeds;

/// <summary>Adds the feeds to a server where a setting asks for them.</summary>
internal static class FeedRegistration
{
    /// <param name="listen">Where to serve them; null serves none, and nothing of them is made.</param>
    public static IServiceCollection AddFeeds(this IServiceCollection services, Uri? listen)
    {
        if (listen is not null)
        {
            services
                .AddSingleton(provider => new FeedServer(
                    listen,
                    new ChangesFeed(provider.GetRequiredService<RecordStore>(), provider.GetRequiredService<BillMapping>(), provider.GetRequiredService<LegislativeClock>()),
                    new CalendarFeed(provider.GetRequiredService<RecordStore>(), provider.GetRequiredService<BillMapping>()),
                    provider.GetRequiredService<ILoggerFactory>()))
                .AddHostedService(provider => provider.GetRequiredService<FeedServer>());
        }

        return services;
    }
}
