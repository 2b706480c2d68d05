using System.Net;
using System.Net.Sockets;
using Grpc.Core;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Api.Access;

/// <summary>Reads a call's credential: none, <c>authorization: Bearer lt_…</c>, or a JWT where the settings allow them.</summary>
/// <param name="tokens">Reads a JWT; null when none is accepted. A delegate, so that this class can be compiled without loading the library behind it.</param>
internal sealed class Credentials(ApiKeyRing keys, TimeProvider time, Func<string, CallerIdentity>? tokens)
{
    private const string Scheme = "Bearer ";
    private const int LongestCredential = 8192;

    /// <summary>Whether anybody could sign in as admin.</summary>
    public async Task<bool> HasAdminAsync(CancellationToken cancellationToken) =>
        tokens is not null || await keys.HasUsableAsync(AccessRole.Admin, cancellationToken);

    /// <exception cref="ApiError">CREDENTIAL_INVALID: a credential that is wrong is never taken for none.</exception>
    public async Task<CallerIdentity> ReadAsync(HttpContext http)
    {
        var sent = http.Request.Headers.Authorization;
        if (sent.Count == 0)
        {
            var role = CallerRole.WithoutCredential(http);
            return role == AccessRole.Editor ? CallerIdentity.Local : new CallerIdentity(role, AddressKey(http));
        }

        var text = sent.Count == 1 ? sent[0] ?? "" : throw Invalid("more than one authorization header was sent");
        if (text.Length > LongestCredential || !text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            throw Invalid("the authorization header has to be 'Bearer' and an API key (lt_…)");
        }

        var credential = text[Scheme.Length..].Trim();
        return credential.StartsWith(ApiKeySecret.Prefix, StringComparison.Ordinal) ? await OfKeyAsync(credential, http.RequestAborted)
            : tokens is not null ? tokens(credential)
            : throw Invalid("it is no API key (they begin with lt_), and this server accepts no other tokens");
    }

    /// <summary>What limits of a caller's address are counted by; of IPv6 the network, because one host has many addresses.</summary>
    public static string AddressKey(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? $"at {new IPNetwork(Network(address), 64)}" : $"at {address}";
    }

    /// <summary>CREDENTIAL_INVALID.</summary>
    public static ApiError Invalid(string why) => new(StatusCode.Unauthenticated, "CREDENTIAL_INVALID", $"The credential is refused: {why}.");

    private async Task<CallerIdentity> OfKeyAsync(string secret, CancellationToken cancellationToken)
    {
        var key = await keys.FindAsync(secret, cancellationToken) ?? throw Invalid("this server knows no such API key");
        return key.RevokeTime is not null ? throw Invalid("this API key was revoked")
            : !key.IsUsable(time.GetUtcNow()) ? throw Invalid("this API key has expired")
            : new CallerIdentity(key.Role, $"key {key.Id}") { Title = key.Title, Revoked = keys.EndOf(key), ExpireTime = key.ExpireTime };
    }

    private static IPAddress Network(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
