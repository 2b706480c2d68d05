using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using LegTracker.Client;
using LegTracker.Server.Recording;
using LegTracker.Tests;
using LegTracker.V1;

namespace LegTracker.Server.Tests.Api.Access;

/// <summary>API keys: made, kept, listed, used and ended, over a real socket and a real store.</summary>
public sealed class ApiKeyTests : IAsyncLifetime
{
    private readonly ManualTimeProvider time = new(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
    private readonly CancellationToken patience = new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;
    private ApiWorld world = null!;

    public async Task InitializeAsync() => world = await ApiWorld.StartAsync(time);

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task A_secret_has_256_random_bits_and_only_its_hash_is_kept()
    {
        var made = await Refusals.MakeKeyAsync(world, Role.Editor, title: "website of the county");
        var kept = Assert.Single(await world.Store.ListKeysAsync(CancellationToken.None));

        Assert.Matches("^lt_[A-Za-z0-9_-]{43}$", made.Secret);
        Assert.Equal(SHA256.HashData(Encoding.UTF8.GetBytes(made.Secret)), kept.SecretSha256.ToArray());
        Assert.Equal(("website of the county", AccessRole.Editor, "local user", time.GetUtcNow()), (kept.Title, kept.Role, kept.CreatedBy, kept.CreateTime));
        Assert.NotEqual(made.Secret, (await Refusals.MakeKeyAsync(world, Role.Editor)).Secret);
    }

    [Fact]
    public async Task Whoever_is_on_this_machine_makes_keys_until_there_is_an_admin()
    {
        var elsewhere = new Metadata { { ApiWorld.ElsewhereHeader, "192.0.2.1" } };
        var forwarded = new Metadata { { "x-forwarded-for", "192.0.2.1" } };

        var stranger = await Refusals.OfAsync(world.Access.CreateApiKeyAsync(new CreateApiKeyRequest(), elsewhere));
        var proxied = await Refusals.OfAsync(world.Access.CreateApiKeyAsync(new CreateApiKeyRequest(), forwarded));
        var reader = await Refusals.MakeKeyAsync(world, Role.Reader);
        var admin = await Refusals.MakeKeyAsync(world, Role.Admin, expires: time.GetUtcNow().AddDays(30));
        var afterwards = await Refusals.OfAsync(world.Access.ListApiKeysAsync(new ListApiKeysRequest()));
        var byReader = await Refusals.OfAsync(world.Access.ListApiKeysAsync(new ListApiKeysRequest(), Refusals.Bearer(reader.Secret)));
        var byAdmin = await world.Access.ListApiKeysAsync(new ListApiKeysRequest(), Refusals.Bearer(admin.Secret));
        time.Advance(TimeSpan.FromDays(31));
        var again = await world.Access.ListApiKeysAsync(new ListApiKeysRequest());

        Assert.Equal(["CREDENTIAL_MISSING", "ROLE_REQUIRED", "ROLE_REQUIRED", "ROLE_REQUIRED"], new[] { stranger, proxied, afterwards, byReader }.Select(error => error.Reason));
        Assert.Equal(("admin", RichErrorKind.Refused), (afterwards.Metadata["role"], afterwards.Kind));
        Assert.Contains("role admin; you call as editor", afterwards.Message, StringComparison.Ordinal);
        Assert.Equal(2, byAdmin.ApiKeys.Count);
        Assert.Equal(2, again.ApiKeys.Count);
    }

    [Fact]
    public async Task What_a_key_changes_is_signed_by_its_title()
    {
        var editor = await Refusals.MakeKeyAsync(world, Role.Editor, title: "website of the county");

        await world.Bills.TrackBillAsync(new TrackBillRequest { Name = ApiWorld.Bill(7).ResourceName }, Refusals.Bearer(editor.Secret));
        await world.Bills.TrackBillAsync(new TrackBillRequest { Name = ApiWorld.Bill(8).ResourceName });

        var actors = (await world.Changes.ListChangesAsync(new ListChangesRequest())).Changes.Select(change => change.Actor);
        Assert.Equal(["website of the county", "local user"], actors);
    }

    [Fact]
    public async Task A_revoked_key_is_refused_at_once_and_its_streams_end_with_the_reason_while_others_go_on()
    {
        var admin = (await Refusals.MakeKeyAsync(world, Role.Admin)).Secret;
        var (one, two) = (await Refusals.MakeKeyAsync(world, Role.Reader, admin), await Refusals.MakeKeyAsync(world, Role.Reader, admin));
        using var ended = world.Changes.WatchChanges(new WatchChangesRequest { FromNow = true }, Refusals.Bearer(one.Secret), cancellationToken: patience);
        using var health = new Grpc.Health.V1.Health.HealthClient(world.Channel).Watch(new Grpc.Health.V1.HealthCheckRequest(), Refusals.Bearer(one.Secret), cancellationToken: patience);
        using var going = world.Changes.WatchChanges(new WatchChangesRequest { FromNow = true }, Refusals.Bearer(two.Secret), cancellationToken: patience);
        Assert.True(await ended.ResponseStream.MoveNext(patience) && await ended.ResponseStream.MoveNext(patience));
        Assert.True(await going.ResponseStream.MoveNext(patience) && await going.ResponseStream.MoveNext(patience));
        Assert.True(await health.ResponseStream.MoveNext(patience));

        var revoked = (await world.Access.RevokeApiKeyAsync(new RevokeApiKeyRequest { Name = one.ApiKey.Name }, Refusals.Bearer(admin))).ApiKey;
        var end = RichError.From(await Assert.ThrowsAsync<RpcException>(() => ended.ResponseStream.MoveNext(patience)));
        var endOfHealth = RichError.From(await Assert.ThrowsAsync<RpcException>(() => health.ResponseStream.MoveNext(patience)));
        var call = await Refusals.OfAsync(world.Server.GetServerInfoAsync(new GetServerInfoRequest(), Refusals.Bearer(one.Secret)));
        await world.TrackAsync(9);
        await world.RecordAsync(ApiWorld.Bill(9), 1);

        Assert.Equal(time.GetUtcNow(), revoked.RevokeTime.ToDateTimeOffset());
        Assert.All([end, endOfHealth, call], error => Assert.Equal((RichErrorKind.Refused, "CREDENTIAL_INVALID"), (error.Kind, error.Reason)));
        Assert.All([end, endOfHealth, call], error => Assert.Contains("revoked", error.Message, StringComparison.Ordinal));
        Assert.True(await going.ResponseStream.MoveNext(patience));
        time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(revoked, (await world.Access.RevokeApiKeyAsync(new RevokeApiKeyRequest { Name = one.ApiKey.Name }, Refusals.Bearer(admin))).ApiKey);
    }

    [Fact]
    public async Task A_stream_ends_when_its_key_expires()
    {
        var reader = await Refusals.MakeKeyAsync(world, Role.Reader, expires: time.GetUtcNow().AddMinutes(1));
        using var stream = world.Changes.WatchChanges(new WatchChangesRequest { FromNow = true }, Refusals.Bearer(reader.Secret), cancellationToken: patience);
        Assert.True(await stream.ResponseStream.MoveNext(patience) && await stream.ResponseStream.MoveNext(patience));

        time.Advance(TimeSpan.FromMinutes(1));
        var fault = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (await stream.ResponseStream.MoveNext(patience))
            {
                // Heartbeats of the minute.
            }
        });

        Assert.Equal("CREDENTIAL_INVALID", RichError.From(fault).Reason);
        Assert.Contains("expired", fault.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_are_paged_newest_first_and_never_tell_their_secret()
    {
        var admin = (await Refusals.MakeKeyAsync(world, Role.Admin, title: "0")).Secret;
        for (var i = 1; i <= 4; i++)
        {
            time.Advance(TimeSpan.FromSeconds(i / 2));
            await Refusals.MakeKeyAsync(world, Role.Reader, admin, title: $"{i}");
        }

        var (names, request, pages) = (new List<V1.ApiKey>(), new ListApiKeysRequest { PageSize = 2 }, 0);
        do
        {
            var page = await world.Access.ListApiKeysAsync(request, Refusals.Bearer(admin));
            names.AddRange(page.ApiKeys);
            request.PageToken = page.NextPageToken;
            pages++;
        }
        while (request.PageToken.Length > 0);
        var garbage = await Refusals.OfAsync(world.Access.ListApiKeysAsync(new ListApiKeysRequest { PageToken = "x" }, Refusals.Bearer(admin)));

        Assert.Equal((5, 5, 3), (names.Count, names.DistinctBy(key => key.Name).Count(), pages));
        Assert.Equal(names.OrderByDescending(key => key.CreateTime).Select(key => key.CreateTime), names.Select(key => key.CreateTime));
        Assert.DoesNotContain("lt_", string.Join(' ', names), StringComparison.Ordinal);
        Assert.Equal("PAGE_TOKEN_INVALID", garbage.Reason);
    }

    [Fact]
    public async Task A_wrong_request_names_its_field_and_an_unknown_key_is_not_found()
    {
        var fields = new List<string>();
        foreach (var key in new V1.ApiKey?[]
        {
            null, new() { Role = Role.Reader }, new() { Title = new string('x', 101), Role = Role.Reader }, new() { Title = "t" }, new() { Title = "t", Role = (Role)9 },
            new() { Title = "t", Role = Role.Reader, ExpireTime = new() { Seconds = 1 } }, new() { Title = "t", Role = Role.Reader, ExpireTime = new() { Seconds = 1, Nanos = -1 } },
        })
        {
            fields.Add((await Refusals.OfAsync(world.Access.CreateApiKeyAsync(new CreateApiKeyRequest { ApiKey = key }))).Violations.Single().Field);
        }

        var unknown = await Refusals.OfAsync(world.Access.RevokeApiKeyAsync(new RevokeApiKeyRequest { Name = "apiKeys/none" }));
        var unnamed = await Refusals.OfAsync(world.Access.RevokeApiKeyAsync(new RevokeApiKeyRequest()));

        Assert.Equal(["api_key", "api_key.title", "api_key.title", "api_key.role", "api_key.role", "api_key.expire_time", "api_key.expire_time"], fields);
        Assert.Equal((RichErrorKind.NotFound, "API_KEY_NOT_FOUND"), (unknown.Kind, unknown.Reason));
        Assert.Equal("name", unnamed.Violations.Single().Field);
        Assert.Empty(await world.Store.ListKeysAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_key_outlives_the_server()
    {
        var folder = Directory.CreateTempSubdirectory("legtracker-keys-").FullName;
        await using (var store = await RecordStore.OpenAsync(folder, world.Clock, CancellationToken.None))
        {
            using var ring = new LegTracker.Server.Api.Access.ApiKeyRing(store, time);
            await ring.AddAsync("kept", AccessRole.Admin, "test", time.GetUtcNow().AddDays(1), CancellationToken.None);
        }

        await using (var store = await RecordStore.OpenAsync(folder, world.Clock, CancellationToken.None))
        {
            var kept = Assert.Single(await store.ListKeysAsync(CancellationToken.None));
            Assert.Equal(("kept", AccessRole.Admin, true, time.GetUtcNow().AddDays(1)), (kept.Title, kept.Role, kept.IsUsable(time.GetUtcNow()), kept.ExpireTime));
        }

        Directory.Delete(folder, recursive: true);
    }
}
