using System.Globalization;
using System.Net;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.BadInput;

/// <summary>What every refusal has in common.</summary>
internal static class RefusedRequest
{
    /// <summary>It is a problem of its own that says what to do.</summary>
    public static void ShouldBeProblem(this Answer answer, HttpStatusCode status, string code)
    {
        answer.Status.ShouldBe(status, answer.Body);
        answer.Headers["Content-Type"].ShouldStartWith("application/problem+json");
        answer["code"].ShouldBe(code);
        answer["type"]!.ShouldEndWith($"/api/docs#code-{code}");
        answer["status"].ShouldBe(((int)status).ToString(CultureInfo.InvariantCulture));
        answer["detail"].ShouldNotBeNullOrWhiteSpace();
        answer["requestId"].ShouldBe(answer.Headers["X-Request-Id"]);
    }

    /// <summary>Nothing in any table or queue names the merchant, and 2C2P was asked to do nothing.</summary>
    public static async Task ShouldKnowNothingOfAsync(this World world, string merchantId)
    {
        (await world.Storage.TracesOfAsync(merchantId)).ShouldBeEmpty();
        (await world.Gateway.GetAsync($"calls?merchantId={merchantId}"))
            .AsArray()
            .ShouldAllBe(call => call!["processType"]!.ToString() == "I");
    }
}
