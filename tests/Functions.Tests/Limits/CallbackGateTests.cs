using System.Net;
using Functions.Tests.Support;
using PaymentOperations.Notifications;

namespace Functions.Tests.Limits;

public sealed class CallbackGateTests
{
    private const string Address = $"notifications/JT01/{Sample.Id}";

    private static readonly (string, string)[] TwoEach =
    [
        ("Limits__UnverifiedPerSecond", "0.1"),
        ("Limits__UnverifiedBurst", "2"),
    ];

    private static readonly (string, string)[] TwoInAll =
    [
        ("Limits__AllUnverifiedPerSecond", "0.1"),
        ("Limits__AllUnverifiedBurst", "2"),
    ];

    [Fact]
    public async Task callbacks_after_too_many_forged_ones_are_answered_alike_and_not_verified()
    {
        await using var sut = await TestApp.StartAsync(TwoEach);
        var verified = await ForgeAsync(sut, sut.Http);
        await ForgeAsync(sut, sut.Http);
        sut.Notifications.Bodies.Count.ShouldBe(2);

        var heldOff = await ForgeAsync(sut, sut.Http);

        heldOff.ShouldBe(verified);
        sut.Notifications.Bodies.Count.ShouldBe(2);
    }

    [Fact]
    public async Task they_are_verified_again_when_time_has_passed()
    {
        await using var sut = await TestApp.StartAsync(TwoEach);
        for (var count = 0; count < 3; count++)
            await ForgeAsync(sut, sut.Http);

        sut.Time.Advance(TimeSpan.FromSeconds(10));
        await SendAsync(sut, sut.Http, NotificationResult.Stored, HttpStatusCode.OK);

        sut.Notifications.Bodies.Count.ShouldBe(3);
    }

    [Fact]
    public async Task a_flood_from_one_address_does_not_hold_up_true_ones_from_another()
    {
        await using var sut = await TestApp.StartAsync(TwoEach);
        using var gateway = sut.From("127.0.0.2");
        for (var count = 0; count < 10; count++)
            await ForgeAsync(sut, sut.Http);

        await SendAsync(sut, gateway, NotificationResult.Stored, HttpStatusCode.OK);

        sut.Notifications.Bodies.Count.ShouldBe(3);
    }

    [Fact]
    public async Task a_flood_from_everywhere_does_not_hold_up_an_address_that_sent_a_true_one()
    {
        await using var sut = await TestApp.StartAsync(TwoInAll);
        using var gateway = sut.From("127.0.0.2");
        using var stranger = sut.From("127.0.0.3");
        await SendAsync(sut, gateway, NotificationResult.Quarantined, HttpStatusCode.OK);
        for (var count = 0; count < 10; count++)
            await ForgeAsync(sut, sut.Http);

        await SendAsync(sut, gateway, NotificationResult.Stored, HttpStatusCode.OK);
        await SendAsync(sut, stranger, NotificationResult.Stored, HttpStatusCode.Unauthorized);

        sut.Notifications.Bodies.Count.ShouldBe(4);
    }

    [Fact]
    public async Task what_an_address_once_sent_counts_for_a_day()
    {
        await using var sut = await TestApp.StartAsync([.. TwoInAll, ("Limits__AllUnverifiedPerSecond", "0.000001")]);
        using var gateway = sut.From("127.0.0.2");
        await SendAsync(sut, gateway, NotificationResult.Stored, HttpStatusCode.OK);
        await ForgeAsync(sut, sut.Http);
        await ForgeAsync(sut, sut.Http);

        sut.Time.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        await SendAsync(sut, gateway, NotificationResult.Unavailable, HttpStatusCode.ServiceUnavailable);
        sut.Time.Advance(TimeSpan.FromSeconds(1));
        await SendAsync(sut, gateway, NotificationResult.Stored, HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(NotificationResult.Stored, HttpStatusCode.OK)]
    [InlineData(NotificationResult.Quarantined, HttpStatusCode.OK)]
    [InlineData(NotificationResult.Unavailable, HttpStatusCode.ServiceUnavailable)]
    public async Task only_callbacks_that_fail_their_verification_count(NotificationResult result, HttpStatusCode status)
    {
        await using var sut = await TestApp.StartAsync([.. TwoEach, .. TwoInAll]);

        for (var count = 0; count < 5; count++)
            await SendAsync(sut, sut.Http, result, status);

        sut.Notifications.Bodies.Count.ShouldBe(5);
    }

    [Theory]
    [InlineData("127.0.0.2")]
    [InlineData("203.0.113.0/24, 127.0.0.2/31")]
    [InlineData("2001:db8::/32,127.0.0.2")]
    public async Task callbacks_from_addresses_that_are_not_allowed_are_answered_as_forged_ones(string allowed)
    {
        await using var sut = await TestApp.StartAsync(("Notifications__AllowedAddresses", allowed));
        using var gateway = sut.From("127.0.0.2");

        var forged = await ForgeAsync(sut, gateway);
        var notAllowed = await ForgeAsync(sut, sut.Http);
        await SendAsync(sut, sut.Http, NotificationResult.Stored, HttpStatusCode.Unauthorized);
        await SendAsync(sut, gateway, NotificationResult.Stored, HttpStatusCode.OK);

        notAllowed.ShouldBe(forged);
        sut.Notifications.Bodies.Count.ShouldBe(2);
    }

    [Fact]
    public async Task a_flood_is_one_line_a_minute_in_the_log()
    {
        await using var sut = await TestApp.StartAsync(("Notifications__AllowedAddresses", "203.0.113.0/24"));

        for (var count = 0; count < 5; count++)
            await ForgeAsync(sut, sut.Http);

        sut.Logs.Lines.Count(line => line.Contains("was refused without verifying it")).ShouldBe(1);
        sut.Time.Advance(TimeSpan.FromMinutes(1));
        await ForgeAsync(sut, sut.Http);
        sut.Logs.Lines.Count(line => line.Contains("was refused without verifying it")).ShouldBe(2);
    }

    // The answer without what is different in every answer.
    private static async Task<string> ForgeAsync(TestApp app, HttpClient http)
    {
        app.Notifications.Result = NotificationResult.NotVerified;
        using var response = await http.PostAsync(Address, new StringContent("forged"));
        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "notification_not_verified");
        var id = problem.GetProperty("requestId").GetString()!;
        var headers = response
            .Headers.Where(header => header.Key != "Date")
            .Select(header => $"{header.Key}: {string.Join(',', header.Value)}");
        return $"{string.Join('\n', headers)}\n{problem.GetRawText()}".Replace(id, "", StringComparison.Ordinal);
    }

    private static async Task SendAsync(TestApp app, HttpClient http, NotificationResult result, HttpStatusCode status)
    {
        app.Notifications.Result = result;
        using var response = await http.PostAsync(Address, new StringContent("callback"));
        response.StatusCode.ShouldBe(status);
    }
}
