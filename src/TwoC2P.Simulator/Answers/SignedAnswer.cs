namespace TwoC2P.Simulator.Answers;

/// <summary>An answer that is signed even where its hashed sister could not be: the merchant is known before the message is read.</summary>
internal sealed record SignedAnswer(IGatewayAnswer Answer, string Key) : IGatewayAnswer
{
    public string RespCode => Answer.RespCode;

    public bool WorkDone => Answer.WorkDone;

    public string? SecretKey => Answer.SecretKey ?? Key;

    public string Render(string? secretKey) => Answer.Render(secretKey);

    public IGatewayAnswer With(IReadOnlyDictionary<string, string> fields) => this with { Answer = Answer.With(fields) };
}
