using PaymentGateway.Http.Security;
using PaymentOperations.Merchants;

namespace Functions.Tests.Security;

public sealed class ApiKeyScopesTests
{
    [Fact]
    public void a_key_can_have_exactly_the_scopes_that_functions_ask_for()
    {
        ApiKeyScopes.All.ShouldBe(FunctionAccess.Scopes.Values.Distinct(), ignoreOrder: true);
    }
}
