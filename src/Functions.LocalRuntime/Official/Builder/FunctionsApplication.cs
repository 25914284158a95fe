using LocalFunctions.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

#pragma warning disable CA1052, MA0036 // The official type has a public constructor.
public class FunctionsApplication
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => LocalRuntimeSetup.CreateBuilder(args);
}
