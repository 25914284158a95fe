namespace EndToEnd.Tests.Worlds;

/// <summary>How messages travel. What is above the envelope is the same in each: the same tests are run.</summary>
public static class Envelopes
{
    public const string Base64 = nameof(Base64);
    public const string Pkcs7 = nameof(Pkcs7);
    public const string Jose = nameof(Jose);

    /// <summary>The address of the gateway that takes it.</summary>
    public static string PathOf(string envelope) =>
        envelope switch
        {
            Pkcs7 => "PaymentActionV2/PaymentAction.aspx",
            Jose => "PaymentAction/2.0/action",
            _ => "PaymentActionV2/PaymentProcess.aspx",
        };
}
