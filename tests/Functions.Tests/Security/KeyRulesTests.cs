using System.Net;
using Functions.Tests.Support;
using PaymentGateway.Http.Problems;
using PaymentGateway.Http.Security;

namespace Functions.Tests.Security;

public sealed class KeyRulesTests
{
    private static readonly IPAddress Anywhere = IPAddress.Parse("203.0.113.7");

    [Fact]
    public void a_function_in_no_table_is_closed()
    {
        var key = FakeMerchants.KeyOf("secret", "payments:read");

        KeyRules.Refuse(key, "secret", Anywhere, scope: null, origin: default)!.Code.ShouldBe(ErrorCodes.MissingScope);
    }

    [Fact]
    public void a_key_that_only_looks_publishable_is_secret()
    {
        var key = FakeMerchants.KeyOf("pk_1", "payments:read");

        KeyRules
            .Refuse(key, "pk_1", Anywhere, "payments:read", "https://shop.example")!
            .Code.ShouldBe(ErrorCodes.SecretKeyInBrowser);
    }

    [Fact]
    public void a_publishable_key_without_its_prefix_works_in_no_browser_and_never_writes()
    {
        var key = FakeMerchants.KeyOf("1", "refunds:write") with { Publishable = true, Origins = ["https://shop.example"] };

        KeyRules
            .Refuse(key, "1", Anywhere, "refunds:write", "https://shop.example")!
            .Code.ShouldBe(ErrorCodes.SecretKeyInBrowser);
        KeyRules.Refuse(key, "1", Anywhere, "refunds:write", origin: default)!.Code.ShouldBe(ErrorCodes.MissingScope);
    }
}
