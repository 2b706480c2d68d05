using System.Collections.Immutable;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using LegTracker.Legislature;
using LegTracker.Server.Api.Access;
using LegTracker.Server.Recording;
using LegTracker.V1;

namespace LegTracker.Server.Api;

/// <summary>API keys over gRPC.</summary>
internal sealed partial class AccessService(ApiKeyRing keys, TimeProvider time, ILogger<AccessService> logger) : V1.AccessService.AccessServiceBase
{
    private const string Prefix = "apiKeys/";
    private const int Standard = 50;
    private const int Most = 1000;
    private const int LongestTitle = 100;

    public override async Task<CreateApiKeyResponse> CreateApiKey(CreateApiKeyRequest request, ServerCallContext context)
    {
        var wanted = request.ApiKey ?? throw ApiError.FieldInvalid("api_key", "is missing");
        var title = SourceText.Clean(wanted.Title);
        if (title.Length is 0 or > LongestTitle)
        {
            throw ApiError.FieldInvalid("api_key.title", string.Create(CultureInfo.InvariantCulture, $"is 1 to {LongestTitle} characters: who or what the key is for"));
        }

        var role = RoleName.FromProto(wanted.Role) ?? throw ApiError.FieldInvalid("api_key.role", "is ROLE_READER, ROLE_EDITOR or ROLE_ADMIN");
        var expires = Expiry(wanted.ExpireTime);

        var (key, secret) = await keys.AddAsync(title, role, Caller.Name(context, ""), expires, context.CancellationToken);
        KeyMade(key.Id, role, key.CreatedBy);
        return new CreateApiKeyResponse { ApiKey = Of(key), Secret = secret };
    }

    public override async Task<ListApiKeysResponse> ListApiKeys(ListApiKeysRequest request, ServerCallContext context)
    {
        var size = request.PageSize <= 0 ? Standard : Math.Min(request.PageSize, Most);
        IEnumerable<Recording.ApiKey> all = await keys.ListAsync(context.CancellationToken);
        if (PageToken.Read(request.PageToken, "keys") is { } text)
        {
            var (made, id) = Key(text);
            all = all.Where(key => key.CreateTime < made || (key.CreateTime == made && string.CompareOrdinal(key.Id, id) > 0));
        }

        var fitting = all.Take(size + 1).ToImmutableArray();
        var page = fitting.Length > size ? fitting[..size] : fitting;
        return new ListApiKeysResponse
        {
            ApiKeys = { page.Select(Of) },
            NextPageToken = fitting.Length > size
                ? PageToken.Make(string.Create(CultureInfo.InvariantCulture, $"{page[^1].CreateTime.UtcTicks} {page[^1].Id}"), "keys")
                : "",
        };
    }

    public override async Task<RevokeApiKeyResponse> RevokeApiKey(RevokeApiKeyRequest request, ServerCallContext context)
    {
        if (!request.Name.StartsWith(Prefix, StringComparison.Ordinal))
        {
            throw ApiError.FieldInvalid("name", "is no key's name; write it as apiKeys/7f3k2q");
        }

        var key = await keys.RevokeAsync(request.Name[Prefix.Length..], context.CancellationToken)
            ?? throw new ApiError(StatusCode.NotFound, "API_KEY_NOT_FOUND", $"There is no key '{SourceText.Clean(request.Name)}'.");
        var caller = Caller.Name(context, "");
        KeyRevoked(key.Id, caller);
        return new RevokeApiKeyResponse { ApiKey = Of(key) };
    }

    private DateTimeOffset? Expiry(Timestamp? wanted)
    {
        if (wanted is null)
        {
            return null;
        }

        try
        {
            return wanted.ToDateTimeOffset() is var instant && instant > time.GetUtcNow() ? instant : throw ApiError.FieldInvalid("api_key.expire_time", "is past");
        }
        catch (InvalidOperationException)
        {
            throw ApiError.FieldInvalid("api_key.expire_time", "is no instant");
        }
    }

    private static V1.ApiKey Of(Recording.ApiKey key) => new()
    {
        Name = Prefix + key.Id,
        Title = key.Title,
        Role = RoleName.ToProto(key.Role),
        CreateTime = Mapping.Instant(key.CreateTime),
        CreatedBy = key.CreatedBy,
        ExpireTime = Mapping.Instant(key.ExpireTime),
        RevokeTime = Mapping.Instant(key.RevokeTime),
    };

    private static (DateTimeOffset Made, string Id) Key(string text) =>
        text.Split(' ') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var made) && made <= DateTimeOffset.MaxValue.UtcTicks
            ? (new DateTimeOffset(made, TimeSpan.Zero), id)
            : throw PageToken.Invalid();

    [LoggerMessage(Level = LogLevel.Information, Message = "API key {Id} of the role {Role} was made by {Caller}")]
    private partial void KeyMade(string id, AccessRole role, string caller);

    [LoggerMessage(Level = LogLevel.Information, Message = "API key {Id} was revoked by {Caller}")]
    private partial void KeyRevoked(string id, string caller);
}
