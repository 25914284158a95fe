using Microsoft.Extensions.DependencyInjection;
using PaymentOperations.Merchants;
using TwoC2P;

namespace Operator.Tests.Keys;

/// <summary>An instance of the app, as far as it reads keys.</summary>
internal sealed class RunningApp(ServiceProvider services) : IAsyncDisposable
{
    private static readonly MerchantId Merchant = new("JT01");

    public ValueTask<IReadOnlyList<ApiKey>> KeysAsync() =>
        services.GetRequiredService<IMerchantSecrets>().GetApiKeysAsync(Merchant, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
