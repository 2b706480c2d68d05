using System.Security.Cryptography;
using System.Text;
using Google.Protobuf.Reflection;
using Grpc.Core;
using LegTracker.Client;
using LegTracker.Server.Api.Access;
using LegTracker.Tests;
using LegTracker.V1;

namespace LegTracker.Server.Tests.Api.Access;

/// <summary>Every method of every service, called with every state of a credential over a real socket.</summary>
public sealed class AuthorizationMatrixTests : IAsyncLifetime
{
    // What each caller may do at most; a refused credential may do nothing at all.
    private const int Refused = -1;
    private const int Nobody = 0;
    private const int Reader = 1;
    private const int Editor = 2;
    private const int Admin = 3;

    private static readonly Marshaller<byte[]> Bytes = new(bytes => bytes, bytes => bytes);

    private readonly ManualTimeProvider time = new(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
    private ApiWorld world = null!;

    /// <summary>Every method of every proto in the assembly, found by reflection.</summary>
    private static IReadOnlyList<MethodDescriptor> Methods { get; } =
    [
        .. typeof(AccessServiceReflection).Assembly.GetTypes()
            .Select(type => type.GetProperty("Descriptor")?.GetValue(null)).OfType<FileDescriptor>()
            .SelectMany(file => file.Services).SelectMany(service => service.Methods),
    ];

    public async Task InitializeAsync() => world = await ApiWorld.StartAsync(
        new AccessOptions
        {
            Jwt = new JwtOptions(MadeToken.Issuer, MadeToken.Audience, "role", MadeToken.Secret, null),
            Limits = new CallLimitOptions { FailuresPerMinute = 100_000 },
        },
        time);

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public void Every_method_has_its_line_in_the_table_and_every_line_its_method()
    {
        Assert.True(Methods.Count >= 35, $"only {Methods.Count} methods were found");
        Assert.Equal(Methods.Select(Path).Order(), MethodRoles.Table.Keys.Order());
    }

    [Fact]
    public async Task Each_caller_is_let_into_exactly_what_their_role_allows()
    {
        var admin = await KeyAsync(AccessRoleOf(Admin));
        var (reader, editor) = (await KeyAsync(AccessRoleOf(Reader)), await KeyAsync(AccessRoleOf(Editor)));
        var (expiring, revoked) = (await KeyAsync(AccessRoleOf(Admin), time.GetUtcNow().AddMinutes(5)), await KeyAsync(AccessRoleOf(Admin)));
        await world.Access.RevokeApiKeyAsync(new RevokeApiKeyRequest { Name = await NameOfAsync(revoked, admin) }, Refusals.Bearer(admin));
        time.Advance(TimeSpan.FromMinutes(6));
        var (soon, past) = (time.GetUtcNow().AddHours(1), time.GetUtcNow().AddHours(-1));
        var callers = new Dictionary<string, (int May, Metadata Headers)>
        {
            ["on this machine, without a credential"] = (Editor, []),
            ["through a proxy, without a credential"] = (Reader, new() { { "x-forwarded-for", "192.0.2.1" } }),
            ["from elsewhere, without a credential"] = (Nobody, new() { { ApiWorld.ElsewhereHeader, "192.0.2.1" } }),
            ["from elsewhere by IPv6, without a credential"] = (Nobody, new() { { ApiWorld.ElsewhereHeader, "2001:db8::7" } }),
            ["a reader's key"] = (Reader, Refusals.Bearer(reader)),
            ["an editor's key"] = (Editor, Refusals.Bearer(editor)),
            ["an admin's key"] = (Admin, Refusals.Bearer(admin)),
            ["an admin's key from elsewhere"] = (Admin, new() { { "authorization", $"Bearer {admin}" }, { ApiWorld.ElsewhereHeader, "2001:db8::7" } }),
            ["an admin's key through a proxy"] = (Admin, new() { { "authorization", $"bearer {admin}" }, { "forwarded", "for=192.0.2.1" } }),
            ["a revoked key"] = (Refused, Refusals.Bearer(revoked)),
            ["an expired key"] = (Refused, Refusals.Bearer(expiring)),
            ["a key nobody made"] = (Refused, Refusals.Bearer(ApiKeySecret.Make())),
            ["the name of a key"] = (Refused, Refusals.Bearer(await NameOfAsync(reader, admin))),
            ["garbage"] = (Refused, Refusals.Bearer("lt_")),
            ["an empty credential"] = (Refused, new() { { "authorization", "" } }),
            ["a password"] = (Refused, new() { { "authorization", "Basic YTpi" } }),
            ["two credentials"] = (Refused, new() { { "authorization", $"Bearer {admin}" }, { "authorization", $"Bearer {reader}" } }),
            ["an endless credential"] = (Refused, Refusals.Bearer(new string('x', 20_000))),
            ["a token of an editor"] = (Editor, Refusals.Bearer(MadeToken.Hs256(MadeToken.Claims(soon)))),
            ["a token of two roles"] = (Admin, Refusals.Bearer(MadeToken.Hs256(MadeToken.Claims(soon, ("role", new[] { "reader", "Admin" }))))),
            ["a token without a role"] = (Refused, Refusals.Bearer(MadeToken.Hs256(MadeToken.Claims(soon, ("role", null))))),
            ["a token of another role"] = (Refused, Refusals.Bearer(MadeToken.Hs256(MadeToken.Claims(soon, ("role", "owner"))))),
            ["an expired token"] = (Refused, Refusals.Bearer(MadeToken.Hs256(MadeToken.Claims(past)))),
            ["a token without an end"] = (Refused, Refusals.Bearer(MadeToken.Hs256(MadeToken.Claims(soon, ("exp", null))))),
            ["a token for later"] = (Refused, Refusals.Bearer(MadeToken.Hs256(MadeToken.Claims(soon, ("nbf", soon.ToUnixTimeSeconds()))))),
            ["a token of another key"] = (Refused, Refusals.Bearer(MadeToken.Hs256(MadeToken.Claims(soon), Encoding.UTF8.GetBytes("another secret of more than 32 bytes")))),
            ["a token for another audience"] = (Refused, Refusals.Bearer(MadeToken.Hs256(MadeToken.Claims(soon, ("aud", "payroll"))))),
            ["a token without an audience"] = (Refused, Refusals.Bearer(MadeToken.Hs256(MadeToken.Claims(soon, ("aud", null))))),
            ["a token of another issuer"] = (Refused, Refusals.Bearer(MadeToken.Hs256(MadeToken.Claims(soon, ("iss", "https://example.org"))))),
            ["a token that says it is not signed"] = (Refused, Refusals.Bearer(MadeToken.Unsigned(MadeToken.Claims(soon)))),
        };
        var faults = new List<string>();

        foreach (var (caller, (may, headers)) in callers)
        {
            foreach (var method in Methods)
            {
                var (wanted, got) = (Expected(may, Needed(method)), await CallAsync(method, headers));
                if (wanted != got)
                {
                    faults.Add($"{caller}: {Path(method)} gave {got} instead of {wanted}");
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task A_public_key_is_no_secret_and_other_algorithms_are_refused()
    {
        using var rsa = RSA.Create(2048);
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var byRsa = await ApiWorld.StartAsync(new AccessOptions { Jwt = new JwtOptions(MadeToken.Issuer, MadeToken.Audience, "role", null, rsa) });
        await using var byEc = await ApiWorld.StartAsync(new AccessOptions { Jwt = new JwtOptions(MadeToken.Issuer, MadeToken.Audience, "role", null, ec) });
        var claims = MadeToken.Claims(TimeProvider.System.GetUtcNow().AddHours(1), ("role", "admin"));
        var spki = Encoding.UTF8.GetBytes(rsa.ExportSubjectPublicKeyInfoPem());

        var roles = new[]
        {
            await RoleAsync(byRsa, MadeToken.Rs256(claims, rsa)), await RoleAsync(byEc, MadeToken.Es256(claims, ec)),
            await RoleAsync(byRsa, MadeToken.Hs256(claims, spki)), await RoleAsync(byRsa, MadeToken.Hs256(claims)), await RoleAsync(byRsa, MadeToken.Es256(claims, ec)),
            await RoleAsync(byEc, MadeToken.Rs256(claims, rsa)), await RoleAsync(byEc, MadeToken.Unsigned(claims)),
        };

        Assert.Equal(["admin", "admin", "CREDENTIAL_INVALID", "CREDENTIAL_INVALID", "CREDENTIAL_INVALID", "CREDENTIAL_INVALID", "CREDENTIAL_INVALID"], roles);
    }

    // Told apart by names alone, so that a wrong line in the server's table is found.
    private static int Needed(MethodDescriptor method) => method.Service.FullName switch
    {
        "grpc.health.v1.Health" => Nobody,
        "legtracker.v1.AccessService" => Admin,
        _ when new[] { "Get", "List", "Watch", "Draft", "ServerReflection" }.Any(verb => method.Name.StartsWith(verb, StringComparison.Ordinal)) => Reader,
        _ => Editor,
    };

    private static string Expected(int may, int needed) => may == Refused ? "Unauthenticated CREDENTIAL_INVALID"
        : may >= needed ? "let in"
        : may == Nobody ? "Unauthenticated CREDENTIAL_MISSING"
        : "PermissionDenied ROLE_REQUIRED";

    private static string Path(MethodDescriptor method) => $"/{method.Service.FullName}/{method.Name}";

    private static Role AccessRoleOf(int role) => (Role)role;

    private static async Task<string> RoleAsync(ApiWorld world, string token)
    {
        try
        {
            return (await world.Server.GetServerInfoAsync(new GetServerInfoRequest(), Refusals.Bearer(token))).Info.CallerRole;
        }
        catch (RpcException fault)
        {
            return RichError.From(fault).Reason;
        }
    }

    // Before there is an admin's key, a caller on this machine could make one; with tokens configured nobody can, so the first is put into the store.
    private async Task<string> KeyAsync(Role role, DateTimeOffset? expires = null) =>
        (await ((ApiKeyRing)world.Services.GetService(typeof(ApiKeyRing))!).AddAsync($"a test's {role}", (LegTracker.Server.Recording.AccessRole)(int)role, "test", expires, CancellationToken.None)).Secret;

    private async Task<string> NameOfAsync(string secret, string admin)
    {
        var key = await ((ApiKeyRing)world.Services.GetService(typeof(ApiKeyRing))!).FindAsync(secret, CancellationToken.None);
        var listed = await world.Access.ListApiKeysAsync(new ListApiKeysRequest(), Refusals.Bearer(admin));
        return listed.ApiKeys.Single(one => one.Name == $"apiKeys/{key!.Id}").Name;
    }

    /// <summary>Calls with an empty request, which changes nothing anywhere.</summary>
    /// <returns>"let in", or the status and the reason.</returns>
    private async Task<string> CallAsync(MethodDescriptor method, Metadata headers)
    {
        var invoker = world.Channel.CreateCallInvoker();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var options = new CallOptions(headers, cancellationToken: patience.Token);
        try
        {
            switch (method)
            {
                case { IsClientStreaming: true }:
                    using (var both = invoker.AsyncDuplexStreamingCall(new Method<byte[], byte[]>(MethodType.DuplexStreaming, method.Service.FullName, method.Name, Bytes, Bytes), null, options))
                    {
                        await both.RequestStream.CompleteAsync();
                        await both.ResponseStream.MoveNext(patience.Token);
                    }

                    break;
                case { IsServerStreaming: true }:
                    using (var stream = invoker.AsyncServerStreamingCall(new Method<byte[], byte[]>(MethodType.ServerStreaming, method.Service.FullName, method.Name, Bytes, Bytes), null, options, []))
                    {
                        await stream.ResponseStream.MoveNext(patience.Token);
                    }

                    break;
                default:
                    await invoker.AsyncUnaryCall(new Method<byte[], byte[]>(MethodType.Unary, method.Service.FullName, method.Name, Bytes, Bytes), null, options, []);
                    break;
            }

            return "let in";
        }
        catch (RpcException fault)
        {
            var reason = RichError.From(fault).Reason;
            return reason is "CREDENTIAL_INVALID" or "CREDENTIAL_MISSING" or "ROLE_REQUIRED" ? $"{fault.StatusCode} {reason}"
                : fault.StatusCode is StatusCode.Cancelled or StatusCode.Internal or StatusCode.ResourceExhausted ? $"{fault.StatusCode} {reason} {fault.Status.Detail}"
                : "let in";
        }
    }
}
