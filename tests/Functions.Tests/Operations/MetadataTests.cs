using System.Net;
using System.Text.Json;
using Functions.Tests.Support;

namespace Functions.Tests.Operations;

public sealed class MetadataTests
{
    public static TheoryData<string, string> Bad =>
        new()
        {
            { "[]", "metadata" },
            { "\"orderId=1\"", "metadata" },
            { PairsOf(21), "metadata" },
            { """{"":"1"}""", "metadata" },
            { $$"""{"{{new string('k', 41)}}":"1"}""", "metadata" },
            { """{"order id":"1"}""", "metadata" },
            { """{"ordér":"1"}""", "metadata" },
            { """{"a=b":"1"}""", "metadata" },
            { """{"\ud800":"1"}""", "metadata" },
            { """{"4111111111111111":"1"}""", "metadata" },
            { """{"k":1}""", "metadata.k" },
            { """{"k":null}""", "metadata.k" },
            { """{"k":true}""", "metadata.k" },
            { """{"k":{"l":"1"}}""", "metadata.k" },
            { """{"k":["1"]}""", "metadata.k" },
            { """{"k":""}""", "metadata.k" },
            { """{"k":"  "}""", "metadata.k" },
            { """{"k":"a\nb"}""", "metadata.k" },
            { """{"k":"\ud800"}""", "metadata.k" },
            { $$"""{"k":"{{new string('v', 201)}}"}""", "metadata.k" },
            { """{"k":"card 4111 1111-1111 1111"}""", "metadata.k" },
            { """{"k":"1","k":"2"}""", "metadata.k" },
            { """{"k":"1","K":"2"}""", "metadata.K" },
        };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task wrong_metadata_names_what_is_wrong_and_does_nothing(string metadata, string field)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.PostRefundAsync($$"""{"invoiceNo":"I","amount":1,"metadata":{{metadata}}}""");

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.ErrorsOf().Keys.ShouldBe([field]);
        problem.Words().ShouldNotContain("4111");
        sut.DidNothing.ShouldBeTrue();
    }

    [Theory]
    [InlineData("refunds", "\"amount\":1,")]
    [InlineData("settlements", "\"amount\":1,")]
    [InlineData("voids", "")]
    public async Task every_operation_takes_a_reason_and_metadata_up_to_the_bounds(string collection, string amount)
    {
        await using var sut = await TestApp.StartAsync();
        var metadata = PairsOf(20);

        using var response = await sut.Http.SendAsync(
            Calls.Post(
                $"merchants/JT01/{collection}",
                $$"""{"invoiceNo":"I",{{amount}}"reason":"because","metadata":{{metadata}}}"""
            )
        );

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var command = sut.Intake.Commands.ShouldHaveSingleItem();
        command.Reason.ShouldBe("because");
        command.Metadata.Count.ShouldBe(20);
        command.Metadata.ShouldAllBe(pair => pair.Key.Length == 40 && pair.Value.Length == 200);
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"metadata\":null")]
    [InlineData(",\"metadata\":{}")]
    public async Task no_metadata_is_none(string member)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.PostRefundAsync($$"""{"invoiceNo":"I","amount":1{{member}}}""");

        sut.Intake.Commands.ShouldHaveSingleItem().Metadata.ShouldBeEmpty();
        (await response.JsonAsync()).GetProperty("metadata").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task reasons_and_metadata_are_in_no_log()
    {
        await using var sut = await TestApp.StartAsync();

        using var taken = await sut.PostRefundAsync(
            """{"invoiceNo":"I","amount":1,"reason":"Zq7Leak","metadata":{"Zq7Leak":"Zq7Leak"}}"""
        );
        using var refused = await sut.PostRefundAsync(
            """{"invoiceNo":"I","amount":-1,"reason":"Zq7Leak","metadata":{"Zq7Leak":"Zq7Leak\n"}}"""
        );
        using var found = await sut.Http.SendAsync(Calls.Get("merchants/JT01/operations?metadata.Zq7Leak=Zq7Leak"));

        found.StatusCode.ShouldBe(HttpStatusCode.OK);
        sut.Logs.Lines.ShouldNotContain(line => line.Contains("Zq7Leak"));
    }

    private static string PairsOf(int count) =>
        JsonSerializer.Serialize(
            Enumerable.Range(0, count).ToDictionary(number => $"k{number:D2}".PadRight(40, '_'), _ => new string('v', 200))
        );
}
