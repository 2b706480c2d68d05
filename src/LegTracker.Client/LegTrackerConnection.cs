using System.Net.Security;
using Grpc.Net.Client;
using LegTracker.V1;

namespace LegTracker.Client;

/// <summary>A connection to a LegTracker server: connects when first called, and again when lost. Safe for any number of threads.</summary>
public sealed class LegTrackerConnection : IDisposable
{
    private const int MaxMessageBytes = 16 * 1024 * 1024;

    private readonly Lazy<GrpcChannel> channel;

    /// <param name="address">Of the server: <c>http://127.0.0.1:5210</c> (HTTP/2 without TLS) or <c>https://…</c>.</param>
    /// <param name="token">An API key (<c>lt_…</c>) or another token that the server accepts; null for none.</param>
    /// <param name="authoritiesFile">A PEM file with the authorities whose certificates alone are trusted; null for those of the machine.</param>
    /// <exception cref="ArgumentException">A token for a plain http address that is not on this machine, or a file that holds no authority.</exception>
    public LegTrackerConnection(Uri address, string? token = null, string? authoritiesFile = null)
    {
        Address = address;
        var trusted = authoritiesFile is null ? null : ConnectionSecurity.Trusting(authoritiesFile);
        if (token is not null)
        {
            ConnectionSecurity.Check(address, token);
        }

        // Made when first called: a program that shows what it knows before it calls does not wait for it.
        channel = new(() => GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            HttpHandler = token is null ? Handler(address, trusted) : ConnectionSecurity.WithToken(Handler(address, trusted), token),
            ServiceConfig = token is null ? null : ConnectionSecurity.PatientWithLimits(),
            DisposeHttpClient = true,
            MaxReceiveMessageSize = MaxMessageBytes,
        }));
    }

    public Uri Address { get; }

    public BillService.BillServiceClient Bills => field ??= new(channel.Value);

    public ChangeService.ChangeServiceClient Changes => field ??= new(channel.Value);

    public SourceService.SourceServiceClient Sources => field ??= new(channel.Value);

    public DiscoveryService.DiscoveryServiceClient Discovery => field ??= new(channel.Value);

    public MeetingService.MeetingServiceClient Meetings => field ??= new(channel.Value);

    public CalendarService.CalendarServiceClient Calendar => field ??= new(channel.Value);

    public ServerService.ServerServiceClient Server => field ??= new(channel.Value);

    public AccessService.AccessServiceClient Access => field ??= new(channel.Value);

    public void Dispose()
    {
        if (channel.IsValueCreated)
        {
            channel.Value.Dispose();
        }
    }

    // Pings notice a server that vanished without a word; a proxy of the environment is no way to this machine.
    private static SocketsHttpHandler Handler(Uri address, SslClientAuthenticationOptions? trusted) => new()
    {
        AllowAutoRedirect = false,
        SslOptions = trusted ?? new(),
        ConnectTimeout = TimeSpan.FromSeconds(5),
        KeepAlivePingDelay = TimeSpan.FromSeconds(20),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        EnableMultipleHttp2Connections = true,
        UseProxy = !address.IsLoopback,
    };
}
