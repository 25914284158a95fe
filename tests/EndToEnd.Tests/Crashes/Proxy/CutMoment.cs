namespace EndToEnd.Tests.Crashes.Proxy;

/// <summary>When the process dies, seen from one of its requests.</summary>
public enum CutMoment
{
    /// <summary>The request never arrives.</summary>
    BeforeItLeft,

    /// <summary>The request is carried out, and nobody hears the answer.</summary>
    AfterItsAnswerWasLost,
}
