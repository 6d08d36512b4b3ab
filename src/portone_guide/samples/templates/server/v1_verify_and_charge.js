// {% include "server/v1_verify.js" %}


// {% include "server/v1_charge.js" %}
