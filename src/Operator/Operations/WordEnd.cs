using System.Net;
using Operator.Api;
using Operator.Screens;

namespace Operator.Operations;

/// <summary>How a person's word ends.</summary>
internal static class WordEnd
{
    public static int End(this Screen screen, HttpStatusCode status)
    {
        if (status != HttpStatusCode.Accepted)
            return ExitCodes.Done;

        screen.Note("It is kept, and weighed as soon as 2C2P answers. The same command says how far it is.");
        return ExitCodes.Waiting;
    }
}
