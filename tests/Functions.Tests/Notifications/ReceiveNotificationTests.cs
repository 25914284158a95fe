using System.Net;
using System.Text;
using Functions.Tests.Support;
using PaymentOperations.Notifications;

namespace Functions.Tests.Notifications;

public sealed class ReceiveNotificationTests
{
    private const string Address = $"notifications/JT01/{Sample.Id}";

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task the_raw_body_reaches_the_intake_whatever_its_type(string? mediaType)
    {
        await using var sut = await TestApp.StartAsync();
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes("paymentResponse=PD94bWw+"));
        content.Headers.ContentType = mediaType is null ? null : new(mediaType);

        using var response = await sut.Http.PostAsync(Address, content);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"received":true}""");
        sut.Notifications.Bodies.ShouldBe([("JT01", Sample.Id, "paymentResponse=PD94bWw+")]);
    }

    [Fact]
    public async Task a_message_that_fits_nothing_is_received_all_the_same()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Notifications.Result = NotificationResult.Quarantined;

        using var response = await sut.Http.PostAsync(Address, new StringContent("x"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(NotificationResult.NotVerified, HttpStatusCode.Unauthorized, "notification_not_verified")]
    [InlineData(NotificationResult.Unavailable, HttpStatusCode.ServiceUnavailable, "unavailable")]
    public async Task a_message_that_is_not_kept_says_so(NotificationResult result, HttpStatusCode status, string code)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Notifications.Result = result;

        using var response = await sut.Http.PostAsync(Address, new StringContent("secret-body"));

        await response.ShouldBeProblemAsync(status, code);
        sut.Logs.Lines.ShouldNotContain(line => line.Contains("secret-body"));
    }

    [Fact]
    public async Task every_result_has_an_answer()
    {
        await using var sut = await TestApp.StartAsync();

        foreach (var result in Enum.GetValues<NotificationResult>())
        {
            sut.Notifications.Result = result;
            using var response = await sut.Http.PostAsync(Address, new StringContent("x"));
            response.StatusCode.ShouldNotBe(HttpStatusCode.InternalServerError);
        }
    }
}
