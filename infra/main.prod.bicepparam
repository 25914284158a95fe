using 'main.bicep'

// Real money. Replace the merchant, the public address and the people before the first deployment.
param name = 'pay'
param environmentName = 'prod'
param merchants = [
  { id: 'REPLACEME', settings: { Environment: 'live', Envelope: 'Pkcs7' } }
]
param publicBaseUrl = 'https://pay.example.com'
param alertEmails = ['payments-oncall@example.com']
param privateNetwork = true
param zoneRedundant = true
param alwaysReady = [
  { name: 'http', instanceCount: 2 }
]
