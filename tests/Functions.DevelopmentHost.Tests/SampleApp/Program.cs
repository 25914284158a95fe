using System.Globalization;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SampleApp;

var builder = FunctionsApplication.CreateBuilder(args);
if (builder.Configuration["Sample:Fails"] is { } reason)
    throw new InvalidTimeZoneException(reason);
if (builder.Configuration["Sample:ExitCode"] is { } code)
    return int.Parse(code, CultureInfo.InvariantCulture);

builder.ConfigureFunctionsWebApplication();
builder.Services.AddSingleton<Notebook>();
builder.Services.AddSingleton(TimeProvider.System);
await builder.Build().RunAsync();
return 0;
