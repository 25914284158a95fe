using TwoC2P.Keys;

namespace TwoC2P.Envelopes;

/// <summary>Says why a token does not open.</summary>
internal static class JoseDiagnosis
{
    public static TokenState Of(string token, JoseKeys keys)
    {
        if (JoseToken.Open(token, keys) is not null)
            return TokenState.Open;
        if (!JoseToken.IsToken(token))
            return TokenState.NotAToken;
        return JoseToken.IsSigned(token, keys) ? TokenState.SealedForAnother : TokenState.SignedByAnother;
    }
}
