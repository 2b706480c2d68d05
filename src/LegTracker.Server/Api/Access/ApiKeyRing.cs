using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Api.Access;

/// <summary>The API keys at hand: read from the store when first asked for, and kept in step with it. Safe for any number of threads.</summary>
/// <remarks>No other process writes the store, so no key changes behind its back.</remarks>
internal sealed class ApiKeyRing(RecordStore store, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim changing = new(1, 1);
    private readonly ConcurrentDictionary<string, CancellationTokenSource> ends = new(StringComparer.Ordinal);
    private volatile FrozenRing? ring;

    /// <summary>Every key, newest first.</summary>
    public async Task<ImmutableArray<ApiKey>> ListAsync(CancellationToken cancellationToken) => (await ReadAsync(cancellationToken)).NewestFirst;

    /// <summary>The key with this secret, usable or not; null when there is none.</summary>
    public async Task<ApiKey?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        var hash = ApiKeySecret.Hash(secret);
        return (await ReadAsync(cancellationToken)).ByHash.TryGetValue(Convert.ToHexStringLower(hash), out var key)
            && CryptographicOperations.FixedTimeEquals(hash, key.SecretSha256.Span)
                ? key
                : null;
    }

    /// <summary>Whether a key of this role, or a higher one, can be called with now.</summary>
    public async Task<bool> HasUsableAsync(AccessRole role, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return (await ReadAsync(cancellationToken)).NewestFirst.Any(key => key.Role >= role && key.IsUsable(now));
    }

    /// <summary>Canceled when the key is revoked.</summary>
    public CancellationToken EndOf(ApiKey key) => ends.GetOrAdd(key.Id, _ => new CancellationTokenSource()).Token;

    /// <summary>Makes a key and keeps it.</summary>
    /// <returns>The key, and its secret, which is nowhere else.</returns>
    public async Task<(ApiKey Key, string Secret)> AddAsync(string title, AccessRole role, string createdBy, DateTimeOffset? expires, CancellationToken cancellationToken)
    {
        var secret = ApiKeySecret.Make();
        await changing.WaitAsync(cancellationToken);
        try
        {
            var known = await store.ListKeysAsync(cancellationToken);
            var id = ApiKeySecret.MakeId();
            while (known.Any(key => key.Id == id))
            {
                id = ApiKeySecret.MakeId();
            }

            var made = new ApiKey(id, title, role, ApiKeySecret.Hash(secret), time.GetUtcNow(), createdBy, expires, null);
            await store.AddKeyAsync(made, cancellationToken);
            ring = new FrozenRing([.. known, made]);
            return (made, secret);
        }
        finally
        {
            changing.Release();
        }
    }

    /// <summary>Ends a key: calls with it are refused from now on, and what it opened ends.</summary>
    /// <returns>As kept; null when there is none of this id.</returns>
    public async Task<ApiKey?> RevokeAsync(string id, CancellationToken cancellationToken)
    {
        await changing.WaitAsync(cancellationToken);
        try
        {
            if (await store.RevokeKeyAsync(id, time.GetUtcNow(), cancellationToken) is not { } revoked)
            {
                return null;
            }

            // First the ring, so that whoever finds the key as it was still finds its end.
            ring = new FrozenRing(await store.ListKeysAsync(CancellationToken.None));
            await ends.GetOrAdd(id, _ => new CancellationTokenSource()).CancelAsync();
            return revoked;
        }
        finally
        {
            changing.Release();
        }
    }

    public void Dispose() => changing.Dispose();

    private async ValueTask<FrozenRing> ReadAsync(CancellationToken cancellationToken)
    {
        if (ring is { } known)
        {
            return known;
        }

        await changing.WaitAsync(cancellationToken);
        try
        {
            return ring ??= new FrozenRing(await store.ListKeysAsync(cancellationToken));
        }
        finally
        {
            changing.Release();
        }
    }

    private sealed class FrozenRing(ImmutableArray<ApiKey> keys)
    {
        public ImmutableArray<ApiKey> NewestFirst { get; } = [.. keys.OrderByDescending(key => key.CreateTime).ThenBy(key => key.Id, StringComparer.Ordinal)];

        public ImmutableDictionary<string, ApiKey> ByHash { get; } = keys.ToImmutableDictionary(key => Convert.ToHexStringLower(key.SecretSha256.Span));
    }
}
