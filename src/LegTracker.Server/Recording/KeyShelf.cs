using System.Collections.Immutable;
using LegTracker.Server.Recording.Rows;
using Microsoft.EntityFrameworkCore;

namespace LegTracker.Server.Recording;

/// <summary>API keys as rows.</summary>
internal static class KeyShelf
{
    public static async Task<ImmutableArray<ApiKey>> ListAsync(RecordContext db, CancellationToken cancellationToken) =>
        [.. (await db.ApiKeys.ToListAsync(cancellationToken)).Select(Of)];

    public static void Add(RecordContext db, ApiKey key) => db.ApiKeys.Add(new ApiKeyRow
    {
        Id = key.Id,
        Title = key.Title,
        Role = NameOf(key.Role),
        SecretSha256 = key.SecretSha256.ToArray(),
        CreateTime = key.CreateTime,
        CreatedBy = key.CreatedBy,
        ExpireTime = key.ExpireTime,
    });

    public static async Task<ApiKey?> RevokeAsync(RecordContext db, string id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.ApiKeys.SingleOrDefaultAsync(key => key.Id == id, cancellationToken) is not { } row)
        {
            return null;
        }

        row.RevokeTime ??= now;
        return Of(row);
    }

    private static ApiKey Of(ApiKeyRow row) =>
        new(row.Id, row.Title, RoleOf(row.Role), row.SecretSha256, row.CreateTime, row.CreatedBy, row.ExpireTime, row.RevokeTime);

    private static string NameOf(AccessRole role) => role switch
    {
        AccessRole.Reader => "reader",
        AccessRole.Editor => "editor",
        AccessRole.Admin => "admin",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "no role of a key"),
    };

    // A role that this version does not know gives nothing.
    private static AccessRole RoleOf(string name) => name switch
    {
        "reader" => AccessRole.Reader,
        "editor" => AccessRole.Editor,
        "admin" => AccessRole.Admin,
        _ => AccessRole.None,
    };
}
