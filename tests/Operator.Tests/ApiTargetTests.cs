using Operator.Api;

namespace Operator.Tests;

public sealed class ApiTargetTests
{
    [Theory]
    [InlineData("https://pay.example.com/api", "https://pay.example.com/api/merchants/JT01/")]
    [InlineData("https://pay.example.com/api/", "https://pay.example.com/api/merchants/JT01/")]
    [InlineData("http://localhost:7071/api", "http://localhost:7071/api/merchants/JT01/")]
    [InlineData(null, "http://127.0.0.1:7071/api/merchants/JT01/")]
    public void the_address_comes_from_the_option_or_is_the_sandboxs(string? url, string expected)
    {
        var (sut, problem) = ApiTarget.Of(new() { Url = url, Merchant = "JT01" }, Environment(("GATEWAY_API_KEY", "key")));

        problem.ShouldBeNull();
        sut!.Merchant.AbsoluteUri.ShouldBe(expected);
        sut.ToString().ShouldNotContain("key");
    }

    [Fact]
    public void the_environment_says_what_the_command_line_does_not()
    {
        var (sut, _) = ApiTarget.Of(
            new(),
            Environment(("GATEWAY_URL", "https://pay.example.com/api"), ("GATEWAY_MERCHANT", "a/b"), ("GATEWAY_API_KEY", "key"))
        );

        sut!.Merchant.AbsoluteUri.ShouldBe("https://pay.example.com/api/merchants/a%2Fb/");
        sut.Key.ShouldBe("key");
    }

    [Theory]
    [InlineData("pay.example.com", "JT01", "key", "--url")]
    [InlineData("ftp://pay.example.com", "JT01", "key", "--url")]
    [InlineData("https://pay.example.com/api?x=1", "JT01", "key", "--url")]
    [InlineData("http://pay.example.com/api", "JT01", "key", "https")]
    [InlineData("https://pay.example.com/api", null, "key", "--merchant")]
    [InlineData("https://pay.example.com/api", "JT01", null, "GATEWAY_API_KEY")]
    public void what_is_missing_or_wrong_is_named(string url, string? merchant, string? key, string named)
    {
        var (sut, problem) = ApiTarget.Of(new() { Url = url, Merchant = merchant }, Environment(("GATEWAY_API_KEY", key)));

        sut.ShouldBeNull();
        problem!.ShouldContain(named);
    }

    private static Func<string, string?> Environment(params (string Name, string? Value)[] variables) =>
        name => variables.FirstOrDefault(variable => variable.Name == name).Value;
}
