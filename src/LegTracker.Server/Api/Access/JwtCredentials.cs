using System.Security.Cryptography;
using LegTracker.Legislature;
using LegTracker.Server.Recording;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LegTracker.Server.Api.Access;

/// <summary>Reads JSON web tokens. Only made where the settings name an issuer, so that no other server loads the library.</summary>
/// <remarks>No method awaits: the struct that would hold the awaiter loads the library wherever the types of this program are listed, as EF does.</remarks>
internal sealed class JwtCredentials
{
    private const int LongestTitle = 100;
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly TokenValidationParameters wanted;
    private readonly string roleClaim;

    public JwtCredentials(JwtOptions options, TimeProvider time)
    {
        var (key, algorithms) = KeyOf(options);
        roleClaim = options.RoleClaim;
        wanted = new TokenValidationParameters
        {
            ValidIssuer = options.Issuer,
            ValidAudience = options.Audience,
            IssuerSigningKey = key,
            ValidAlgorithms = algorithms,
            RequireSignedTokens = true,
            LifetimeValidator = (from, until, _, _) => until is { } end && time.GetUtcNow() < end + Skew && !(time.GetUtcNow() < from - Skew),
        };
    }

    /// <exception cref="ApiError">CREDENTIAL_INVALID.</exception>
    public CallerIdentity Read(string text)
    {
        // Done when it returns, because the key is at hand.
        var read = handler.ValidateTokenAsync(text, wanted).GetAwaiter().GetResult();
        if (!read.IsValid || read.SecurityToken is not JsonWebToken token)
        {
            throw Credentials.Invalid(WhyOf(read.Exception));
        }

        var role = token.Claims.Where(claim => claim.Type == roleClaim).Max(claim => RoleName.Read(claim.Value))
            ?? throw Credentials.Invalid($"the token's claim '{roleClaim}' is not reader, editor or admin");
        token.TryGetClaim("name", out var name);
        var title = SourceText.Clean(name?.Value ?? token.Subject ?? "");
        return new CallerIdentity(role, $"token of {token.Subject ?? title}")
        {
            Title = title.Length == 0 ? "a token without a name" : title.Length <= LongestTitle ? title : title[..LongestTitle],
            ExpireTime = token.ValidTo + Skew,
        };
    }

    private static (SecurityKey Key, string[] Algorithms) KeyOf(JwtOptions options) => options switch
    {
        { Secret: { } secret } => (new SymmetricSecurityKey(secret), [SecurityAlgorithms.HmacSha256]),
        { PublicKey: RSA rsa } => (new RsaSecurityKey(rsa), [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256]),
        { PublicKey: ECDsa ec } => (new ECDsaSecurityKey(ec), [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512]),
        _ => throw new ArgumentException("neither a secret nor a public key", nameof(options)),
    };

    private static string WhyOf(Exception? fault) => fault switch
    {
        SecurityTokenInvalidLifetimeException => "the token has expired, is not valid yet, or has no exp",
        SecurityTokenInvalidAudienceException => "the token is for another audience",
        SecurityTokenInvalidIssuerException => "the token is of another issuer",
        SecurityTokenInvalidSignatureException or SecurityTokenSignatureKeyNotFoundException or SecurityTokenInvalidAlgorithmException => "the token is not signed as this server's settings ask",
        _ => "it is neither an API key (lt_…) nor a token that can be read",
    };
}
