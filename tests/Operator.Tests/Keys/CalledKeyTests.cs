using System.Net;
using Testing;

namespace Operator.Tests.Keys;

/// <summary>Keys are changed while shops call: through the app's own middleware and its memory of the list, over real HTTP. Time passes only as the test lets it, and calls are under way all along.</summary>
public sealed class CalledKeyTests
{
    private const int PassedEachTime = 6;
    private const int UntilKnown = 5;

    [Fact]
    public async Task A_key_that_is_replaced_serves_to_its_end_and_the_next_one_from_when_the_app_knows_it()
    {
        await using var sut = await KeyVaultUnderTest.StartAsync();
        var old = await sut.MakeAsync("new --id shop --scopes quarantine:read");
        var clerk = await sut.MakeAsync("new --id clerk --scopes quarantine:read,payments:read");
        await using var app = await sut.StartCalledAppAsync();
        // The app has read the list a moment before it is changed: it knows the old one for as long as it may.
        (await app.ListAsync(old)).ShouldBe(HttpStatusCode.OK);
        Load load = new(app);
        var olds = load.Of(old, HttpStatusCode.OK);
        load.Of(clerk, HttpStatusCode.OK);
        load.Of("unknown", HttpStatusCode.Unauthorized);

        var next = await sut.MakeAsync("rotate --id shop --overlap 1h");
        await PassAsync(UntilKnown);
        load.Of(next, HttpStatusCode.OK);
        await PassAsync(60 - UntilKnown - 1);
        sut.Time.Advance(TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1));
        await load.PassAsync();
        await olds.EndAsync();
        sut.Time.Advance(TimeSpan.FromTicks(1));
        load.Of(old, HttpStatusCode.Unauthorized);
        await PassAsync(UntilKnown + 1);

        // Rights have not changed: neither of the two may do what the old one might not.
        (await app.ReadPaymentAsync(next)).ShouldBe(HttpStatusCode.Forbidden);
        await load.EndAsync();

        async Task PassAsync(int minutes)
        {
            for (var minute = 0; minute < minutes; minute++)
            {
                await load.PassAsync();
                sut.Time.Advance(TimeSpan.FromMinutes(1));
            }
            await load.PassAsync();
        }
    }

    [Fact]
    public async Task A_key_that_is_ended_at_once_is_refused_within_five_minutes_and_no_other_key_is()
    {
        await using var sut = await KeyVaultUnderTest.StartAsync();
        var leaked = await sut.MakeAsync("new --id shop --scopes quarantine:read");
        var clerk = await sut.MakeAsync("new --id clerk --scopes quarantine:read");
        await using var app = await sut.StartCalledAppAsync();
        (await app.ListAsync(leaked)).ShouldBe(HttpStatusCode.OK);
        Load load = new(app);
        load.Of(clerk, HttpStatusCode.OK);
        load.Of("unknown", HttpStatusCode.Unauthorized);

        await sut.RunAsync("expire --id shop --now");
        var instead = await sut.MakeAsync("new --id shop-again --scopes quarantine:read");
        await load.PassAsync();
        sut.Time.Advance(TimeSpan.FromMinutes(UntilKnown));
        load.Of(leaked, HttpStatusCode.Unauthorized);
        load.Of(instead, HttpStatusCode.OK);
        await load.PassAsync();
        sut.Time.Advance(TimeSpan.FromMinutes(UntilKnown));
        await load.PassAsync();

        await load.EndAsync();
    }

    /// <summary>Callers that keep calling, each with what every one of its answers has to be.</summary>
    private sealed class Load(CalledApp app)
    {
        private readonly List<Caller> callers = [];

        public Caller Of(string key, HttpStatusCode always)
        {
            var caller = new Caller(Repeated.Start(() => app.ListAsync(key)), always);
            callers.Add(caller);
            return caller;
        }

        public Task PassAsync() => Task.WhenAll(callers.Select(caller => caller.PassAsync()));

        public Task EndAsync() => Task.WhenAll(callers.Select(caller => caller.EndAsync()));
    }

    private sealed class Caller(Repeated calls, HttpStatusCode always)
    {
        public Task PassAsync() => calls.PassAsync(PassedEachTime);

        public async Task EndAsync() => (await calls.EndAsync()).ShouldAllBe(status => status == always);
    }
}
