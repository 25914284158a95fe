using System.Net;
using Functions.Tests.Support;
using TwoC2P;

namespace Functions.Tests.Requests;

public sealed class AmountTests
{
    [Theory]
    [InlineData("0.01", 1)]
    [InlineData("1", 100)]
    [InlineData("10.5", 1050)]
    [InlineData("250.00", 25000)]
    [InlineData("9999999999.99", 999_999_999_999)]
    public async Task plain_digits_with_at_most_two_decimals_are_taken_exactly(string amount, long minorUnits)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.PostRefundAsync(Body(amount));

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        sut.Intake.Commands.ShouldHaveSingleItem().Amount.ShouldBe(new Money(minorUnits));
    }

    [Theory]
    [InlineData("1.001", "two decimals")]
    [InlineData("1.000", "two decimals")]
    [InlineData("0", "larger than zero")]
    [InlineData("0.00", "larger than zero")]
    [InlineData("-0.0", "larger than zero")]
    [InlineData("-1", "larger than zero")]
    [InlineData("12345678901234", "at most 9999999999.99")]
    [InlineData("10000000000", "at most 9999999999.99")]
    [InlineData("1e3", "exponent")]
    [InlineData("1E3", "exponent")]
    [InlineData("1.5e0", "exponent")]
    [InlineData("\"250.00\"", "without quotes")]
    [InlineData("true", "JSON number")]
    [InlineData("[1]", "JSON number")]
    [InlineData("null", "such as 250.00")]
    public async Task any_other_amount_is_refused_with_what_to_change(string amount, string hint)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.PostRefundAsync(Body(amount));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.ErrorsOf()["amount"].ShouldHaveSingleItem().ShouldContain(hint);
        sut.DidNothing.ShouldBeTrue();
    }

    [Fact]
    public async Task a_number_of_thousands_of_digits_is_refused()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.PostRefundAsync(Body(new string('9', 60_000)));

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
    }

    [Fact]
    public async Task a_missing_amount_is_named()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.PostRefundAsync("""{"invoiceNo":"I"}""");

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.ErrorsOf().Keys.ShouldBe(["amount"]);
    }

    private static string Body(string amount) => $$"""{"invoiceNo":"INV","amount":{{amount}}}""";
}
