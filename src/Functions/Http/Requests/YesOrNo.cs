namespace PaymentGateway.Http.Requests;

/// <summary>Flags of queries.</summary>
internal static class YesOrNo
{
    /// <summary>What a word says; null for any other word.</summary>
    public static bool? Find(string word) =>
        word switch
        {
            "true" => true,
            "false" => false,
            _ => null,
        };
}
