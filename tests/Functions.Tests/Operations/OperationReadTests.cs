using System.Net;
using Azure;
using Functions.Tests.Support;
using PaymentOperations.Operations;

namespace Functions.Tests.Operations;

public sealed class OperationReadTests
{
    [Theory]
    [InlineData(OperationKind.Refund, "refunds")]
    [InlineData(OperationKind.Settlement, "settlements")]
    [InlineData(OperationKind.Void, "voids")]
    [InlineData(OperationKind.Refund, "operations")]
    [InlineData(OperationKind.Void, "operations")]
    public async Task an_operation_is_found_under_its_kind_and_under_operations(OperationKind kind, string collection)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Reader.Operations.Add(Sample.Operation(kind));

        using var response = await sut.Http.SendAsync(Calls.Get($"merchants/JT01/{collection}/{Sample.Id}"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = await response.JsonAsync();
        body.GetProperty("kind").GetString().ShouldBe(kind.ToString().ToLowerInvariant());
        body.GetProperty("history").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("JT01", FakeMerchants.Key, "settlements/" + Sample.Id)]
    [InlineData("JT01", FakeMerchants.Key, "refunds/0198f2a0-0000-7000-8000-000000000009")]
    [InlineData("JT01", FakeMerchants.Key, "refunds/0198F2A0-0000-7000-8000-000000000001")]
    [InlineData("JT01", FakeMerchants.Key, "refunds/nonsense")]
    [InlineData("JT04", FakeMerchants.OtherMerchantsKey, "refunds/" + Sample.Id)]
    public async Task another_kind_another_spelling_and_another_merchants_operation_are_not_found(
        string merchantId,
        string key,
        string path
    )
    {
        await using var sut = await TestApp.StartAsync();
        sut.Reader.Operations.Add(Sample.Operation());

        using var response = await sut.Http.SendAsync(Calls.Get($"merchants/{merchantId}/{path}").With("X-Api-Key", key));

        await response.ShouldBeProblemAsync(HttpStatusCode.NotFound, "operation_not_found");
    }

    [Fact]
    public async Task a_parameter_that_is_not_known_is_refused()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Get($"merchants/JT01/refunds/{Sample.Id}?id={Sample.Id}"));

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_query");
    }

    [Fact]
    public async Task a_ledger_that_does_not_answer_is_no_404()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Reader.Failure = new RequestFailedException(500, "down");

        using var response = await sut.Http.SendAsync(Calls.Get($"merchants/JT01/refunds/{Sample.Id}"));

        await response.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "unavailable");
    }
}
