namespace TwoC2P.PaymentAction;

/// <summary>
/// The customer's account that receives an APM refund (fields <c>bankCode</c> C 10, <c>accountName</c> C 50, <c>accountNumber</c> C 50; not for
/// Malaysia). Personal data: never logged, and its text form hides it.
/// </summary>
/// <param name="BankCode">Code of the customer's bank.</param>
/// <param name="AccountName">Name that the account is held under.</param>
/// <param name="AccountNumber">Number of the account.</param>
public sealed record BankAccount(string? BankCode, string? AccountName, string? AccountNumber)
{
    /// <summary>Says only that there is an account.</summary>
    public override string ToString() => "BankAccount (hidden)";
}
