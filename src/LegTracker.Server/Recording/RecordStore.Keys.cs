using System.Collections.Immutable;

namespace LegTracker.Server.Recording;

/// <content>API keys; <see cref="ApiKey"/> says which clock their times are of.</content>
internal sealed partial class RecordStore
{
    /// <summary>Every key, revoked and expired ones included, in no order.</summary>
    public Task<ImmutableArray<ApiKey>> ListKeysAsync(CancellationToken cancellationToken) =>
        transactions.ReadAsync(db => KeyShelf.ListAsync(db, cancellationToken), cancellationToken);

    /// <summary>Keeps a new key.</summary>
    public Task AddKeyAsync(ApiKey key, CancellationToken cancellationToken) => transactions.WriteAsync(
        db =>
        {
            KeyShelf.Add(db, key);
            return Task.CompletedTask;
        },
        cancellationToken);

    /// <summary>Marks a key revoked; one that is revoked keeps its time.</summary>
    /// <returns>As kept; null when there is none of this id.</returns>
    public Task<ApiKey?> RevokeKeyAsync(string id, DateTimeOffset now, CancellationToken cancellationToken) =>
        transactions.WriteAsync(db => KeyShelf.RevokeAsync(db, id, now, cancellationToken), cancellationToken);
}
