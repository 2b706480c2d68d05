using Grpc.Net.Client;
using LegTracker.V1;

namespace LegTracker.Client;

/// <summary>A connection to a LegTracker server: connects when first called, and again when lost. Safe for any number of threads.</summary>
public sealed class LegTrackerConnection : IDisposable
{
    private const int MaxMessageBytes = 16 * 1024 * 1024;

    private readonly GrpcChannel channel;

    /// <param name="address">Of the server: <c>http://127.0.0.1:5210</c> (HTTP/2 without TLS) or <c>https://…</c>.</param>
    /// <param name="token">An API key (<c>lt_…</c>) or another token that the server accepts; null for none.</param>
    /// <param name="authoritiesFile">A PEM file with the authorities whose certificates alone are trusted; null for those of the machine.</param>
    /// <exception cref="ArgumentException">A token for a plain http address that is not on this machine, or a file that holds no authority.</exception>
    public LegTrackerConnection(Uri address, string? token = null, string? authoritiesFile = null)
    {
        Address = address;
        var handler = Handler(address, authoritiesFile);
        channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            HttpHandler = token is null ? handler : ConnectionSecurity.WithToken(handler, address, token),
            ServiceConfig = token is null ? null : ConnectionSecurity.PatientWithLimits(),
            DisposeHttpClient = true,
            MaxReceiveMessageSize = MaxMessageBytes,
        });
        Bills = new BillService.BillServiceClient(channel);
        Changes = new ChangeService.ChangeServiceClient(channel);
        Sources = new SourceService.SourceServiceClient(channel);
        Discovery = new DiscoveryService.DiscoveryServiceClient(channel);
        Meetings = new MeetingService.MeetingServiceClient(channel);
        Calendar = new CalendarService.CalendarServiceClient(channel);
        Server = new ServerService.ServerServiceClient(channel);
        Access = new AccessService.AccessServiceClient(channel);
    }

    public Uri Address { get; }

    public BillService.BillServiceClient Bills { get; }

    public ChangeService.ChangeServiceClient Changes { get; }

    public SourceService.SourceServiceClient Sources { get; }

    public DiscoveryService.DiscoveryServiceClient Discovery { get; }

    public MeetingService.MeetingServiceClient Meetings { get; }

    public CalendarService.CalendarServiceClient Calendar { get; }

    public ServerService.ServerServiceClient Server { get; }

    public AccessService.AccessServiceClient Access { get; }

    public void Dispose() => channel.Dispose();

    // Pings notice a server that vanished without a word; a proxy of the environment is no way to this machine.
    private static SocketsHttpHandler Handler(Uri address, string? authoritiesFile) => new()
    {
        AllowAutoRedirect = false,
        SslOptions = authoritiesFile is null ? new() : ConnectionSecurity.Trusting(authoritiesFile),
        ConnectTimeout = TimeSpan.FromSeconds(5),
        KeepAlivePingDelay = TimeSpan.FromSeconds(20),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        EnableMultipleHttp2Connections = true,
        UseProxy = !address.IsLoopback,
    };
}
