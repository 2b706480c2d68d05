using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text.Json;
using Grpc.Core;
using LegTracker.Client;
using LegTracker.V1;

namespace LegTracker.EndToEnd.Tests;

/// <summary>Who may call a server from where, with the real programs: what is refused at start, keys, TLS and tokens.</summary>
public sealed class AccessTests : IDisposable
{
    // An address of this machine that is not its loopback; the tests of the network need one.
    private static readonly IPAddress Own = NetworkInterface.GetAllNetworkInterfaces()
        .Where(card => card.OperationalStatus == OperationalStatus.Up).SelectMany(card => card.GetIPProperties().UnicastAddresses).Select(one => one.Address)
        .First(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));

    private readonly string folder = Directory.CreateTempSubdirectory("legtracker-access-").FullName;
    private readonly MadeCertificates made;

    public AccessTests() => made = new MadeCertificates(folder, Own);

    private string[] Tls => [$"--LegTracker:Tls:CertificateFile={made.Certificate}", $"--LegTracker:Tls:KeyFile={made.Key}"];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Every_fault_of_the_access_settings_is_named_at_start()
    {
        using var plain = Server("http://0.0.0.0:0", "--LegTracker:Access:Jwt:Key=short", "--LegTracker:Limits:Streams=0");
        using var bare = Server("https://127.0.0.1:0", "--LegTracker:Access:Jwt:Issuer=x", $"--LegTracker:Access:Jwt:PublicKeyFile={made.Key}");
        using var mismatched = Server("https://127.0.0.1:0", $"--LegTracker:Tls:CertificateFile={made.Certificate}", $"--LegTracker:Tls:KeyFile={made.OtherKey}");
        using var unused = Server("http://127.0.0.1:0", Tls);
        using var locked = Server("https://127.0.0.1:0", $"--LegTracker:Tls:CertificateFile={made.Pfx}", "--LegTracker:Tls:Password=wrong");
        using var besides = Server("http://127.0.0.1:0", "--Kestrel:Endpoints:Other:Url=http://0.0.0.0:0");

        foreach (var (server, said) in new[]
        {
            (plain, new[] { "LegTracker:Listen", "needs TLS", "Jwt:Issuer", "Jwt:Audience", "Jwt:Key is too short", "Limits:Streams" }),
            (bare, ["Tls:CertificateFile is required", "Jwt:Audience", "private key, which this server must not have"]),
            (mismatched, ["Tls:CertificateFile", made.OtherKey]), (unused, ["is not https"]), (locked, [made.Pfx]), (besides, ["Kestrel:Endpoints"]),
        })
        {
            Assert.Equal(2, await server.ExitAsync());
            Assert.All(said, text => Assert.Contains(text, string.Join('\n', server.Errors), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_server_that_nobody_could_call_does_not_start_and_says_how_to_make_a_key()
    {
        using var server = Server("https://0.0.0.0:0", Tls);

        Assert.Equal(1, await server.ExitAsync());
        Assert.Contains("legtracker keys create", string.Join('\n', server.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_made_on_the_servers_machine_open_it_to_the_network_over_tls_and_end_when_revoked()
    {
        var (admin, reader, readerName) = await MakeKeysAsync();
        using var server = Server("https://0.0.0.0:0", Tls);
        var port = new Uri(AddressIn(await server.LineAsync("listening on"))).Port;
        var address = new Uri($"https://{Own}:{port}");

        var (nobody, _, nobodySaid) = await RunAsync(address, null, "--ca", made.Authority, "bills", "list");
        var (untrusted, _, untrustedSaid) = await RunAsync(address, reader, "bills", "list");
        var (status, _, statusSaid) = await RunAsync(address, reader, "server", "status");
        var (wrong, _, wrongSaid) = await RunAsync(address, "lt_wrong", "--ca", made.Authority, "bills", "list");
        var (list, bills, _) = await RunAsync(address, reader, "--ca", made.Authority, "bills", "list", "--json");
        var (track, _, trackSaid) = await RunAsync(address, null, "--token", reader, "--ca", made.Authority, "bills", "track", "AB 7", "--session", "2025-26");
        var (local, _, _) = await RunAsync(new Uri($"https://127.0.0.1:{port}"), null, "--ca", made.Authority, "bills", "list");
        using var follow = Program.LegTracker(address, Environment(reader), "--ca", made.Authority, "changes", "--follow", "--json");
        await follow.LineAsync("TRACKED");
        var (revoke, _, _) = await RunAsync(address, admin, "--ca", made.Authority, "keys", "revoke", readerName);
        var followed = await follow.ExitAsync();
        var (after, _, afterSaid) = await RunAsync(address, reader, "--ca", made.Authority, "bills", "list");

        Assert.Equal((5, 3, 3, 5, 0, 5, 0, 0, 5, 5), (nobody, untrusted, status, wrong, list, track, local, revoke, followed, after));
        Assert.Contains("LEGTRACKER_TOKEN", nobodySaid, StringComparison.Ordinal);
        Assert.All([untrustedSaid, statusSaid], said => Assert.Contains("--ca", said, StringComparison.Ordinal));
        Assert.Contains("no such API key", wrongSaid, StringComparison.Ordinal);
        Assert.NotEmpty(bills);
        Assert.Contains("needs the role editor; you call as reader", trackSaid, StringComparison.Ordinal);
        Assert.Contains("revoked", string.Join(' ', follow.Errors), StringComparison.Ordinal);
        Assert.Contains("revoked", afterSaid, StringComparison.Ordinal);
        Assert.DoesNotContain(reader, string.Join('\n', [.. server.Output, .. server.Errors, .. follow.Errors, nobodySaid, untrustedSaid, trackSaid, afterSaid]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_never_sent_in_clear_to_another_machine()
    {
        using var listener = new TcpListener(Own, 0);
        listener.Start();
        var address = new Uri($"http://{Own}:{((IPEndPoint)listener.LocalEndpoint).Port}");

        var (exit, _, said) = await RunAsync(address, "lt_secret", "bills", "list");
        var (broken, _, brokenSaid) = await RunAsync(new Uri("http://127.0.0.1:1"), "two words", "bills", "list");
        var (missing, _, missingSaid) = await RunAsync(new Uri("https://127.0.0.1:1"), null, "--ca", "/no/such.pem", "bills", "list");

        Assert.Equal((2, 2, 2), (exit, broken, missing));
        Assert.Contains("https", said, StringComparison.Ordinal);
        Assert.Contains("/no/such.pem", missingSaid, StringComparison.Ordinal);
        Assert.DoesNotContain("lt_secret", said + brokenSaid, StringComparison.Ordinal);
        Assert.DoesNotContain("two words", brokenSaid, StringComparison.Ordinal);
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task Tls_on_this_machine_needs_no_key_and_a_pfx_file_will_do()
    {
        using var server = Server("https://127.0.0.1:0", $"--LegTracker:Tls:CertificateFile={made.Pfx}", "--LegTracker:Tls:Password=open sesame");
        var address = new Uri(AddressIn(await server.LineAsync("listening on")));

        using var connection = new LegTrackerConnection(address, token: null, made.Authority);
        using var untrusting = new LegTrackerConnection(address);
        var info = (await connection.Server.GetServerInfoAsync(new GetServerInfoRequest())).Info;
        var refused = await Assert.ThrowsAsync<RpcException>(() => untrusting.Server.GetServerInfoAsync(new GetServerInfoRequest()).ResponseAsync);

        Assert.Equal(("editor", server.Id), (info.CallerRole, info.ProcessId));
        Assert.NotNull(TlsFault.Of(refused));
    }

    [Fact]
    public async Task Urls_of_the_environment_open_nothing_and_the_library_of_tokens_is_not_loaded_for_nobody()
    {
        using var server = Program.Server(
            new Dictionary<string, string> { ["ASPNETCORE_URLS"] = "http://0.0.0.0:0", ["ASPNETCORE_HTTP_PORTS"] = "0", ["URLS"] = "http://0.0.0.0:0" }, Arguments("http://127.0.0.1:0"));
        var line = await server.LineAsync("listening on");
        var (exit, _, _) = await RunAsync(new Uri(AddressIn(line)), null, "bills", "list");

        Assert.Equal(0, exit);
        Assert.Contains("listening on http://127.0.0.1:", line, StringComparison.Ordinal);
        Assert.DoesNotContain("0.0.0.0", line, StringComparison.Ordinal);

        // The library of tokens is loaded where the settings ask for them only: it would cost every start.
        Assert.DoesNotContain("IdentityModel", File.ReadAllText($"/proc/{server.Id}/maps"), StringComparison.Ordinal);
    }

    private static string AddressIn(string line) => line[line.IndexOf("http", StringComparison.Ordinal)..].Split(';', ' ', ',')[0];

    private static Dictionary<string, string> Environment(string? token)
    {
        var environment = new Dictionary<string, string> { ["NO_PROXY"] = Own.ToString(), ["no_proxy"] = Own.ToString() };
        if (token is not null)
        {
            environment["LEGTRACKER_TOKEN"] = token;
        }

        return environment;
    }

    private static async Task<(int Exit, string Output, string Errors)> RunAsync(Uri address, string? token, params string[] arguments)
    {
        using var command = Program.LegTracker(address, Environment(token), arguments);
        var exit = await command.ExitAsync();
        return (exit, string.Join('\n', command.Output), string.Join('\n', command.Errors));
    }

    private string[] Arguments(string listen, params string[] settings) =>
    [
        $"--LegTracker:Listen={listen}", $"--LegTracker:DataDirectory={folder}/data", "--LegTracker:Sources:Bulk:Enabled=false", "--LegTracker:Sources:Pages:Enabled=false", .. settings,
    ];

    private Program Server(string listen, params string[] settings) => Program.Server(Arguments(listen, settings));

    private async Task<(string Admin, string Reader, string ReaderName)> MakeKeysAsync()
    {
        using var server = Server("http://127.0.0.1:0");
        var address = new Uri(AddressIn(await server.LineAsync("listening on")));
        var (none, _, noneSaid) = await RunAsync(address, null, "keys", "list");
        var (made, admin, adminSaid) = await RunAsync(address, null, "keys", "create", "Ada", "--role", "admin");
        var (unmade, _, unmadeSaid) = await RunAsync(address, null, "keys", "create", "me too", "--role", "admin");
        var (second, json, _) = await RunAsync(address, admin, "keys", "create", "website of the county", "--expires", "2100-12-31", "--json");
        var (past, _, pastSaid) = await RunAsync(address, admin, "keys", "create", "late", "--expires", "2001-12-31");
        var (owner, _, ownerSaid) = await RunAsync(address, admin, "keys", "create", "x", "--role", "owner");
        var (unknown, _, _) = await RunAsync(address, admin, "keys", "revoke", "none");
        var (list, table, _) = await RunAsync(address, admin, "keys", "list");

        Assert.Equal((0, 0, 5, 0, 2, 2, 4, 0), (none, made, unmade, second, past, owner, unknown, list));
        Assert.Matches("^lt_[A-Za-z0-9_-]{43}$", admin);
        Assert.Contains("No keys yet", noneSaid, StringComparison.Ordinal);
        Assert.Contains("role admin", adminSaid, StringComparison.Ordinal);
        Assert.Contains("needs the role admin; you call as editor", unmadeSaid, StringComparison.Ordinal);
        Assert.Contains("past", pastSaid, StringComparison.Ordinal);
        Assert.Contains("owner", ownerSaid, StringComparison.Ordinal);
        Assert.Contains("website of the county", table, StringComparison.Ordinal);
        Assert.Contains("good until 2101-01-01 00:00", table, StringComparison.Ordinal);
        Assert.DoesNotContain(admin, adminSaid + table, StringComparison.Ordinal);
        var key = JsonDocument.Parse(json).RootElement;
        return (admin, key.GetProperty("secret").GetString()!, key.GetProperty("apiKey").GetProperty("name").GetString()!);
    }
}
