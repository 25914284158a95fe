using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using PaymentGateway.Http;
using PaymentGateway.Queues;
using PaymentGateway.Telemetry;
using PaymentGateway.Webhooks;
using PaymentOperations;
using PaymentOperations.Merchants;
using TwoC2P;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseHttpSurface();

builder.Services.AddTelemetry(builder.Configuration);
builder.Services.AddTwoC2P();
builder.Services.AddMerchants(builder.Configuration);
builder.Services.AddPaymentOperations(builder.Configuration);
builder.Services.AddHttpSurface(builder.Configuration);
builder.Services.AddQueueFunctions();
builder.Services.AddWebhookFormat();

await builder.Build().RunAsync();
