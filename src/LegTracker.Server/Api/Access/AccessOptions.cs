using System.Security.Cryptography;

namespace LegTracker.Server.Api.Access;

/// <summary>Who is let in beside API keys, and how much each caller may ask for.</summary>
internal sealed record AccessOptions
{
    /// <summary>JSON web tokens that are accepted; null for none, the default.</summary>
    public JwtOptions? Jwt { get; init; }

    public CallLimitOptions Limits { get; init; } = new();
}

/// <summary>JSON web tokens that are accepted: signed, of this issuer and for this audience, with an end.</summary>
/// <param name="RoleClaim">The claim that holds reader, editor or admin.</param>
/// <param name="Secret">The shared key of HS256, at least 32 bytes; null when there is a public key.</param>
/// <param name="PublicKey">An RSA key (RS256, PS256) or an EC key (ES256, ES384, ES512); null when there is a secret.</param>
internal sealed record JwtOptions(string Issuer, string Audience, string RoleClaim, byte[]? Secret, AsymmetricAlgorithm? PublicKey);

/// <summary>How much one caller may ask for: a credential, or an address without one. Callers on this machine without a credential are not counted.</summary>
internal sealed record CallLimitOptions
{
    /// <summary>Calls a second in the long run: 1 to 100,000, default 50.</summary>
    public int CallsPerSecond { get; init; } = 50;

    /// <summary>Calls at once after a pause: 1 to 1,000,000, default 200.</summary>
    public int CallBurst { get; init; } = 200;

    /// <summary>RunPoll calls a minute, and at once: 1 to 6,000, default 6.</summary>
    public int PollsPerMinute { get; init; } = 6;

    /// <summary>Wrong credentials a minute from one address, and at once: 1 to 1,000,000, default 10. Right ones are always let in.</summary>
    public int FailuresPerMinute { get; init; } = 10;

    /// <summary>Streams open at a time: 1 to 100,000, default 100.</summary>
    public int Streams { get; init; } = 100;
}
