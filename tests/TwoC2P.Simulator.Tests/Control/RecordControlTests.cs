using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.Control;

public sealed class RecordControlTests : IAsyncLifetime
{
    private SimulatorHost _sut = null!;

    [Theory]
    [InlineData("cards", 4)]
    [InlineData("plans", 5)]
    [InlineData("banks", 3)]
    [InlineData("links", 4)]
    public async Task There_is_something_of_everything_from_the_start(string records, int count)
    {
        (await _sut.ReadAsync(records)).AsArray().Count.ShouldBe(count);
        (await _sut.ReadAsync($"{records}?merchantId=JT04")).AsArray().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("cards")]
    [InlineData("plans")]
    [InlineData("banks")]
    [InlineData("links")]
    public async Task Nothing_is_there_when_nothing_was_wanted(string records)
    {
        await using var sut = await SimulatorHost.StartAsync(null, "--seed", "none");

        (await sut.ReadAsync(records)).AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_created_card_can_be_inquired()
    {
        var created = await _sut.ControlAsync(
            "cards",
            new
            {
                merchantId = "JT01",
                panMasked = "XXXXXXXXXXXX9999",
                panBank = "Mine",
            }
        );

        var answer = await _sut.CallAsync(ApiRequest.Card("I", created["storeCardUniqueId"]!.GetValue<string>()));

        answer.Text("panMasked").ShouldBe("XXXXXXXXXXXX9999");
        answer.Text("panBank").ShouldBe("Mine");
    }

    [Fact]
    public async Task A_created_plan_can_be_inquired()
    {
        await _sut.ControlAsync(
            "plans",
            new
            {
                merchantId = "JT01",
                recurringUniqueId = "7",
                currentCount = "9",
                chargeNextDate = "20210307",
            }
        );

        var answer = await _sut.CallAsync(ApiRequest.Plan("I", "7"));

        answer.Text("currentCount").ShouldBe("9");
        answer.Text("chargeNextDate").ShouldBe("20210307");
    }

    [Fact]
    public async Task A_full_card_number_is_not_taken()
    {
        using var response = await _sut.Client.PostAsJsonAsync(
            "/_control/cards",
            new { merchantId = "JT01", panMasked = "4111111111111111" }
        );

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldNotContain("4111111111111111");
    }

    [Theory]
    [InlineData("cards", "{}")]
    [InlineData("plans", "{\"merchantId\":\"JT01\"}")]
    [InlineData("banks", "{\"merchantId\":\"JT01\"}")]
    [InlineData("links", "{\"merchantId\":\"JT01\",\"qpId\":\"x\"}")]
    public async Task A_command_that_lacks_something_says_what(string records, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await _sut.Client.PostAsync($"/_control/{records}", content);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        problem["detail"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("cards/1")]
    [InlineData("plans/1")]
    [InlineData("links/1")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var response = await _sut.Client.GetAsync($"/_control/{path}");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    public async ValueTask InitializeAsync() => _sut = await SimulatorHost.StartAsync();

    public ValueTask DisposeAsync() => _sut.DisposeAsync();
}
