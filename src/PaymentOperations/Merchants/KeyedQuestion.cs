using TwoC2P.Merchants;

namespace PaymentOperations.Merchants;

/// <summary>Asks 2C2P with a merchant's keys, and once more with others where a key was changed meanwhile. For what changes nothing only: a question may be repeated.</summary>
internal static class KeyedQuestion
{
    /// <param name="secrets">The keys.</param>
    /// <param name="merchant">Who asks.</param>
    /// <param name="ask">Asks.</param>
    /// <param name="doubt">What the answer says about the keys it was asked with.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SecretsUnavailableException">The secrets cannot be read.</exception>
    public static async Task<T> AskAsync<T>(
        IMerchantSecrets secrets,
        Merchant merchant,
        Func<GatewayMerchant, Task<T>> ask,
        Func<T, GatewayMerchant, KeyDoubt> doubt,
        CancellationToken cancellationToken
    )
    {
        var keys = await secrets.GetGatewayMerchantAsync(merchant, cancellationToken);
        var answer = await ask(keys);
        // Twice at most: what the newer key proves may be the refusal of a request that was signed with it too early.
        for (var again = 0; again < 2; again++)
        {
            if (await secrets.FindOtherKeysAsync(merchant, keys, doubt(answer, keys), cancellationToken) is not { } others)
                break;
            keys = others;
            answer = await ask(keys);
        }

        return answer;
    }
}
