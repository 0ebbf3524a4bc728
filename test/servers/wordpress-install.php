<?php
// Makes a site with an administrator, an author and a contributor, and prints an application password of each.
define('WP_INSTALLING', true);
require __DIR__ . '/wordpress-constants.php';
$_SERVER['HTTP_HOST'] = parse_url(getenv('WORDPRESS_URL'), PHP_URL_HOST);

// There is nobody to write to.
function wp_mail() { return true; }

require getenv('WORDPRESS_CODE') . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

wp_install('Test Site', 'admin', 'admin@example.com', true, '', 'admin-password');
update_option('permalink_structure', '/%postname%/');
update_option('timezone_string', 'America/New_York');
update_option('upload_path', getenv('WORDPRESS_DATA') . '/uploads');
update_option('upload_url_path', getenv('WORDPRESS_URL') . '/uploads');

$passwords = [];
foreach (['admin' => null, 'author' => 'author', 'contributor' => 'contributor'] as $name => $role) {
    $id = $role === null ? 1 : wp_insert_user(['user_login' => $name, 'user_pass' => 'x', 'role' => $role]);
    [$password] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'Posthorn']);
    $passwords[$name] = WP_Application_Passwords::chunk_password($password);
}
echo json_encode($passwords);
